import { getDefinition } from '@sagsgang/events'
import { type Command, followOnsOf, placeOf } from '@sagsgang/machines'

import type { StoredCase } from '../engine/ports.ts'
import { writeAnew, writeForm } from '../storm/forms.ts'
import { LONGEST_DELAY_MS } from './fates.ts'
import type { People } from './people.ts'
import type { World } from './world.ts'

/** What somebody says who looks at a case: what is asked is answered, what is offered taken up by chance. */

interface Looking {
  readonly world: World
  readonly people: People
  /** How often somebody has looked at it before. */
  readonly looks: number
}

const reason = 'Det ville tilfældet'
const MOST_DRAFTS = 3

type React = (looking: Looking, stored: StoredCase) => readonly Command[]

export function commandsFor(looking: Looking, stored: StoredCase): readonly Command[] {
  const own = reactions[placeOf(stored.snapshot)]?.(looking, stored) ?? []
  return hasFailed(stored) ? [{ type: 'resume' }, ...own] : own
}

function hasFailed({ snapshot }: StoredCase): boolean {
  return Object.values(snapshot.context.open).some(({ failed }) => failed !== undefined)
}

const confirmAll: React = (_, { snapshot: { context } }) => [
  { type: 'confirm', findings: context.findings.map(({ rule }) => rule), reason },
]

const goOn: React = (looking, stored) => {
  const { world } = looking
  const { random, plan, weather } = world
  if (!weather.isStormy) return required(looking, stored)
  if (random.chance(plan.people.undoes * 0.3)) return [{ type: 'undo', reason }]
  return followOns(looking, stored, 0.25)
}

const reactions: Readonly<Partial<Record<ReturnType<typeof placeOf>, React>>> = {
  drafting,
  confirming: confirmAll,
  confirmingReceipt: confirmAll,
  confirmingQueued: confirmAll,
  deciding: decide,
  awaitingFollowOns: goOn,
  completed: goOn,
  verifying: ({ world }) => (world.random.chance(0.3) ? [{ type: 'resume' }] : []),
  partlyReported: () => [{ type: 'resume' }],
  partlyUndone: ({ world }) => [
    world.random.chance(0.5) ? { type: 'undo', reason } : { type: 'stopUndo', reason },
  ],
}

/** What is wrong is written anew, for a while; a step that another case ordered is not. */
function drafting({ world, people, looks }: Looking, stored: StoredCase): readonly Command[] {
  const { event, authority, parentId, followOn, snapshot } = stored
  const isOrdered = parentId !== null && followOn === null
  if (isOrdered || looks >= MOST_DRAFTS) return [{ type: 'withdraw', reason }]
  const definition = getDefinition(event)
  const { data, findings } = snapshot.context
  const wrong = findings.filter(({ severity }) => severity === 'error')
  const writer = { random: world.random, folk: people.folk }
  const next =
    wrong.length === 0
      ? (writeForm(writer, definition, data)?.data ?? data)
      : writeAnew(
          writer,
          { definition, authority, data },
          wrong.flatMap(({ fields }) => fields),
        )
  const gone = Object.keys(data).filter((name) => !(name in next))
  const change = { ...next, ...Object.fromEntries(gone.map((name) => [name, null])) }
  return [{ type: 'fill', data: change }, { type: 'submit' }]
}

/** By what the register's own window shows of the conversation; against it only where a plan says so. */
function decide({ world }: Looking, { id, snapshot }: StoredCase): readonly Command[] {
  const { random, plan, register, witness, scheduler, count } = world
  const { dialogue } = snapshot.context
  // While it may still be under way, nobody can say that it was not applied.
  const left = witness.carried.findLast((call) => call.dialogue === dialogue?.timestamp)
  if (left && scheduler.now() - left.at.getTime() < LONGEST_DELAY_MS) return []
  const isApplied = register.store.applied().some((one) => one.dialogue === dialogue?.timestamp)
  const isRight = !random.chance(plan.people.decidesWrongly)
  const outcome = isApplied === isRight ? 'applied' : 'notApplied'
  witness.decisions.push({ at: new Date(scheduler.now()), caseId: id, outcome, isRight })
  count(`decided ${isRight ? 'rightly' : 'wrongly'}`)
  return [{ type: 'decide', outcome, reason }]
}

function required(looking: Looking, stored: StoredCase): readonly Command[] {
  return followOns(looking, stored, 0)
}

/** Those that are due are taken up or waived; an offer by chance. */
function followOns(
  { world: { random } }: Looking,
  { event, snapshot }: StoredCase,
  eagerness: number,
): readonly Command[] {
  return followOnsOf(getDefinition(event), snapshot).flatMap((one): readonly Command[] => {
    const { key: followOn, state, people } = one
    const isTaken = random.chance(eagerness * (state === 'due' ? 1 : 0.1))
    if (state !== 'due' && !(state === 'offered' && isTaken)) return []
    if (!isTaken) return [{ type: 'waiveFollowOn', followOn, reason }]
    const person = random.pick(people)
    return [{ type: 'openFollowOn', followOn, ...(person !== undefined && { person }) }]
  })
}
