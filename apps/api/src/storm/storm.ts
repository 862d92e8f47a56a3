import { catalogue, findDefinition, getDefinition } from '@sagsgang/events'
import { followOnsOf, isFinal, placeOf } from '@sagsgang/machines'
import type { Command, FollowOnStanding } from '@sagsgang/machines'

import type { StoredCase } from '../engine/ports.ts'
import { folkOf } from './folk.ts'
import { writeAnew, writeForm } from './forms.ts'
import type { Writer } from './forms.ts'
import type { House } from './house.ts'
import { createRandom } from './random.ts'

export interface Weather {
  /** How many cases there are to be, follow-ons, corrections and undos counted. */
  readonly cases: number
  readonly seed: number
  /** How many are opened before anybody looks at them again. */
  readonly atOnce: number
}

interface Blowing extends Writer {
  readonly house: House
  /** How often somebody has looked at a case: patience has an end. */
  readonly looks: Map<string, number>
}

const reason = 'Det ville tilfældet'

/** Random cases over all events, reported, confirmed, withdrawn, followed on, waived, undone, until there are enough. */
export async function blow(house: House, { cases, seed, atOnce }: Weather): Promise<void> {
  const random = createRandom(seed)
  const blowing = { house, random, folk: folkOf(house.register, random), looks: new Map() }
  let count = 0
  for (let round = 1; count < cases; round += 1) {
    for (let one = 0; one < atOnce; one += 1) await openOne(blowing)
    await house.rest()
    await look(blowing)
    await house.advance(round % 10 === 0 ? 1 : 0)
    count = (await house.cases()).length
  }
}

/** Nobody opens anything more: what can be brought to an end is. */
export async function calm(house: House, seed: number): Promise<void> {
  const random = createRandom(seed)
  const blowing = { house, random, folk: folkOf(house.register, random), looks: new Map() }
  for (let round = 0; round < 8; round += 1) {
    await look(blowing)
    await house.advance(round === 4 ? 40 : 1)
  }
}

async function openOne(blowing: Blowing): Promise<void> {
  const { house, random } = blowing
  const definition = random.pick(catalogue.filter(({ primary }) => primary))
  const form = definition && writeForm(blowing, definition)
  if (!form) return
  const caseId = await house.open(form)
  await house.send(caseId, { type: 'submit' })
}

const mostLooks = 12

/** Somebody looks at every case that is not over, and does what comes to mind. */
async function look(blowing: Blowing): Promise<void> {
  const { house, looks } = blowing
  for (const stored of await house.cases()) {
    const count = looks.get(stored.id) ?? 0
    if (count >= mostLooks || isFinal(stored.snapshot)) continue
    looks.set(stored.id, count + 1)
    for (const command of commandsFor(blowing, stored, count)) await house.send(stored.id, command)
  }
  await house.rest()
}

type React = (blowing: Blowing, stored: StoredCase, looks: number) => readonly Command[]

function commandsFor(blowing: Blowing, stored: StoredCase, looks: number): readonly Command[] {
  const react = reactions[placeOf(stored.snapshot)]
  const resume: readonly Command[] = hasFailed(stored) ? [{ type: 'resume' }] : []
  return [...resume, ...(react?.(blowing, stored, looks) ?? [])]
}

function hasFailed({ snapshot }: StoredCase): boolean {
  return Object.values(snapshot.context.open).some(({ failed }) => failed !== undefined)
}

const confirmAll: React = ({ random }, { snapshot: { context } }) => {
  const findings = context.findings.map(({ rule }) => rule)
  if (random.chance(0.05)) return [{ type: 'withdraw', reason }]
  return random.chance(0.9) ? [{ type: 'confirm', findings, reason }] : []
}

const reactions: Readonly<Partial<Record<ReturnType<typeof placeOf>, React>>> = {
  drafting: (blowing, stored, looks) =>
    isOrdered(stored) || looks > 4
      ? [{ type: 'withdraw', reason }]
      : [{ type: 'fill', data: changeOf(blowing, stored) }, { type: 'submit' }],
  confirming: confirmAll,
  confirmingReceipt: confirmAll,
  deciding: ({ house }, { snapshot: { context } }) => {
    const applied = house.register.store.applied()
    const isApplied = applied.some(({ dialogue }) => dialogue === context.dialogue?.timestamp)
    return [{ type: 'decide', outcome: isApplied ? 'applied' : 'notApplied', reason }]
  },
  awaitingFollowOns: (blowing, stored) => goOn(blowing, stored),
  completed: (blowing, stored) => goOn(blowing, stored),
  verifying: ({ random }) => (random.chance(0.2) ? [{ type: 'resume' }] : []),
  partlyReported: ({ random }) => [
    random.chance(0.5) ? { type: 'resume' } : { type: 'undo', reason },
  ],
  partlyUndone: ({ random }) => (random.chance(0.5) ? [{ type: 'undo', reason }] : []),
}

/** A step of an undo or a correction that the register would not take: nobody writes it anew. */
function isOrdered({ event, followOn }: StoredCase): boolean {
  return followOn === null && getDefinition(event).kind.type === 'maintenance'
}

/** Errors are mended field by field; a case that nobody has written in yet is written whole. */
function changeOf(blowing: Blowing, { event, authority, snapshot: { context } }: StoredCase) {
  const definition = getDefinition(event)
  const wrong = context.findings.filter(({ severity }) => severity === 'error')
  const form = { definition, authority, data: context.data }
  const data =
    wrong.length === 0
      ? (writeForm(blowing, definition, context.data)?.data ?? {})
      : writeAnew(
          blowing,
          form,
          wrong.flatMap(({ fields }) => fields),
        )
  const gone = Object.keys(context.data).filter((name) => !(name in data))
  return { ...data, ...Object.fromEntries(gone.map((name) => [name, null])) }
}

/** Takes a follow-on up, lets one go, or takes it all back. */
function goOn(
  { random }: Pick<Writer, 'random'>,
  { event, snapshot }: StoredCase,
): readonly Command[] {
  if (random.chance(0.02)) return [{ type: 'undo', reason }]
  return followOnsOf(getDefinition(event), snapshot).flatMap((one) => takeUp({ random }, one))
}

function takeUp({ random }: Pick<Writer, 'random'>, one: FollowOnStanding): readonly Command[] {
  const { key: followOn, state, people, event } = one
  if (state !== 'due' && state !== 'offered') return []
  if (state === 'offered' && !random.chance(0.06)) return []
  if (!findDefinition(event) || random.chance(0.1))
    return [{ type: 'waiveFollowOn', followOn, reason }]
  const person = random.pick(people)
  return [{ type: 'openFollowOn', followOn, ...(person !== undefined && { person }) }]
}
