import { findDefinition, getDefinition } from '@sagsgang/events'
import { followOnsOf, isFinal, placeOf } from '@sagsgang/machines'
import type { Command, FollowOnStanding } from '@sagsgang/machines'

import type { StoredCase } from '../engine/ports.ts'
import { writeForm } from './forms.ts'
import type { Writer } from './forms.ts'
import type { TableHouse } from './table-house.ts'

/** Somebody who works a few cases off: what they are asked they answer, what is offered they take up by chance. */

interface Working extends Writer {
  readonly house: TableHouse
}

const reason = 'Det ville tilfældet'

const rounds = 3

/** A case and all that comes of it, until nobody is waited for or patience ends. */
export async function settle(working: Working, caseId: string): Promise<void> {
  const { house } = working
  const seen = new Set<string>()
  await house.rest()
  for (let round = 0; round < rounds; round += 1) {
    let isMoving = false
    for (const { stored } of house.world.table.under(caseId)) {
      if (isFinal(stored.snapshot)) continue
      for (const command of commandsFor(working, stored, seen))
        isMoving = (await house.send(stored.id, command)) || isMoving
    }
    if (!isMoving) return
    await house.rest()
  }
}

type React = (working: Working, stored: StoredCase, seen: Set<string>) => readonly Command[]

function commandsFor(working: Working, stored: StoredCase, seen: Set<string>): readonly Command[] {
  return reactions[placeOf(stored.snapshot)]?.(working, stored, seen) ?? []
}

const confirmAll: React = (_, { snapshot: { context } }) => [
  { type: 'confirm', findings: context.findings.map(({ rule }) => rule), reason },
]

const reactions: Readonly<Partial<Record<ReturnType<typeof placeOf>, React>>> = {
  drafting: fillOrGiveUp,
  confirming: confirmAll,
  confirmingReceipt: confirmAll,
  awaitingFollowOns: takeUpSome,
  completed: takeUpSome,
  partlyReported: () => [{ type: 'resume' }],
}

/** A follow-on is written once; what is wrong in it, and in all else, is given up. */
function fillOrGiveUp(working: Working, stored: StoredCase, seen: Set<string>): readonly Command[] {
  const { id, event, followOn, snapshot } = stored
  const isNew = followOn !== null && !seen.has(id) && snapshot.context.findings.length === 0
  seen.add(id)
  if (!isNew) return isOrdered(stored) ? [] : [{ type: 'withdraw', reason }]
  const data = writeForm(working, getDefinition(event), snapshot.context.data)?.data ?? {}
  return [{ type: 'fill', data }, { type: 'submit' }]
}

/** A step of an undo, or a correction: whoever looks at the history is to see what is wrong with it. */
function isOrdered({ parentId, followOn }: StoredCase): boolean {
  return parentId !== null && followOn === null
}

function takeUpSome({ random }: Writer, { id, event, snapshot }: StoredCase, seen: Set<string>) {
  if (seen.has(id)) return []
  seen.add(id)
  return followOnsOf(getDefinition(event), snapshot).flatMap((one) => takeUp(random, one))
}

function takeUp(random: Writer['random'], one: FollowOnStanding): readonly Command[] {
  const { key: followOn, state, people, event } = one
  if (state !== 'due' && state !== 'offered') return []
  if (!random.chance(state === 'due' ? 0.7 : 0.15)) return []
  if (!findDefinition(event)) return [{ type: 'waiveFollowOn', followOn, reason }]
  const person = random.pick(people)
  return [{ type: 'openFollowOn', followOn, ...(person !== undefined && { person }) }]
}
