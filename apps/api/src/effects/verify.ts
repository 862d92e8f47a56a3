import type { Difference, ExpectedChange } from '@sagsgang/events'

import type { Handled, Handler } from '../engine/ports.ts'
import { readRows } from '../register-client/read-view.ts'
import type { Caller, RegisterPort } from '../register-client/register-port.ts'
import { toHandled } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { CaseGround } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'
import { allChangesOf, differencesAfter, differencesFromBefore, touchedBy } from './expected.ts'
import type { Output } from './expected.ts'
import { maintainedPerson } from './maintained-row.ts'
import { numberGiven } from './numbers-changed.ts'
import { outputOf } from './submissions.ts'
import { readLater, savesBehind } from './written-since.ts'
import type { OwnSave, WrittenSince } from './written-since.ts'

/** Is everyone touched as the effects said? The rows of a derived case were written by the case that opened it. */
export function verifyHandler(deps: EffectDeps): Handler<'verify'> {
  return async (run) => {
    const { db, port, clock } = deps
    const ground = groundOf(run.case, await storedView(db, run.case), clock)
    const output = await outputOf(db, run.case)
    const leaveOut = async (differing: Differing) =>
      withoutOthers(deps, callerOf(run), await savesBehind(deps, run.case), differing)
    const compared = await compare(port, callerOf(run), { ground, output, leaveOut })
    return { ...compared, renumbered: numberGiven(ground, output) }
  }
}

interface Reported {
  readonly ground: CaseGround
  readonly output: Output
}

/** What is not as it was to be, and how to compare again without what others have written since. */
export interface Differing {
  readonly differences: readonly Difference[]
  readonly people: readonly string[]
  readonly without: (isWritten: WrittenSince) => readonly Difference[]
}

interface Comparison extends Reported {
  /** Where others may write meanwhile. */
  readonly leaveOut?: (differing: Differing) => Promise<Handled>
}

const asTheyAre = async ({ differences }: Differing) => verified(differences)

/** The rows that were to be written, held against those that are there. */
export async function compare(
  port: RegisterPort,
  caller: Caller,
  { ground, output, leaveOut = asTheyAre }: Comparison,
): Promise<Handled> {
  const changes = allChangesOf(ground, output)
  const touched = touchedBy(ground.definition, changes, { ...ground.facts, output })
  if (touched.people.length === 0) return verified([])
  const looked = await readRows(port, caller, touched)
  if (looked.type !== 'read') return toHandled(looked)
  const { view } = looked
  const differences = differencesAfter(ground, changes, view)
  if (differences.length === 0) return verified([])
  const without = (isWritten: WrittenSince) =>
    ground.definition.kind.type === 'maintenance'
      ? differences.filter((one) => !isMaintainedSince(ground, one, isWritten))
      : differencesAfter(
          ground,
          changes.filter((change) => !isReplaced(change, isWritten)),
          view,
        )
  return leaveOut({ differences, people: peopleIn(ground, changes, differences), without })
}

function peopleIn(
  { facts }: CaseGround,
  changes: readonly ExpectedChange[],
  differences: readonly Difference[],
): readonly string[] {
  const differing = changes.filter((change) =>
    differences.some(({ party, entity }) => party === change.party && entity === change.entity),
  )
  const people = [...differing.map(({ pnr }) => pnr), maintainedPerson(facts.data)]
  return people.filter((pnr) => pnr !== null)
}

function isReplaced({ pnr, entity }: ExpectedChange, isWritten: WrittenSince): boolean {
  return pnr !== null && isWritten(pnr, entity)
}

function isMaintainedSince(
  { facts }: CaseGround,
  { entity }: Difference,
  isWritten: WrittenSince,
): boolean {
  const pnr = maintainedPerson(facts.data)
  return pnr !== null && isWritten(pnr, entity)
}

/**
 * A case may look long after it reported: its look failed until somebody resumed it, or the one it is derived from went
 * first. What others have reported by then is no mistake of its own.
 */
export async function withoutOthers(
  deps: EffectDeps,
  caller: Caller,
  saves: readonly OwnSave[],
  { differences, people, without }: Differing,
): Promise<Handled> {
  if (saves.length === 0) return verified(differences)
  const later = await readLater(deps, caller, { saves, people })
  return later.type === 'read' ? verified(without(later.isWritten)) : toHandled(later)
}

/** The same of an undo: is everything as it was before the case? */
export async function compareWithBefore(
  port: RegisterPort,
  caller: Caller,
  { ground, output, leaveOut = asTheyAre }: Comparison,
): Promise<Handled> {
  const changes = allChangesOf(ground, output)
  const touched = touchedBy(ground.definition, changes, { ...ground.facts, output })
  const looked = await readRows(port, caller, touched)
  if (looked.type !== 'read') return toHandled(looked)
  const { view } = looked
  const differences = differencesFromBefore(ground, changes, view)
  if (differences.length === 0) return verified([])
  const without = (isWritten: WrittenSince) =>
    ground.definition.kind.type === 'maintenance'
      ? differences.filter((one) => !isMaintainedSince(ground, one, isWritten))
      : differencesFromBefore(ground, changes, view, (change) => isReplaced(change, isWritten))
  return leaveOut({ differences, people: peopleIn(ground, changes, differences), without })
}

function verified(differences: readonly Difference[]): Handled {
  return { type: 'answer', answer: { type: 'verified', differences } }
}
