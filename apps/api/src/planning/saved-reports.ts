import { getDefinition, reportsOf } from '@sagsgang/events'
import type { Entity, ExpectedChange, RegisterView } from '@sagsgang/events'

import { groundOf } from '../effects/case-facts.ts'
import { changesOf } from '../effects/expected.ts'
import type { Clock } from '../engine/ports.ts'
import { isAccepted } from './case-tree.ts'
import type { CaseNode, Sent } from './case-tree.ts'
import { stampsSince } from './written-on.ts'
import type { WrittenByCase } from './written-on.ts'

/** What one report of a case left in the register, and the row by which it is taken back. */
export interface SavedReport {
  readonly node: CaseNode
  readonly person: string
  /** The kind of row that stands for the event. */
  readonly entity: Entity
  readonly changes: readonly ExpectedChange[]
  /** Stamps that the row may carry: of its corrections, the latest first, then of the save itself. */
  readonly stamps: readonly string[]
  /** What has put the row right since, the earliest first. */
  readonly corrections?: readonly WrittenByCase[]
}

/** What a case wrote, in the order that it was reported. */
export function savedReports(
  node: CaseNode,
  { written, clock }: { readonly written: readonly WrittenByCase[]; readonly clock: Clock },
): readonly SavedReport[] {
  const own = node.definition.undo.steps.find(({ followOn }) => followOn === null)
  if (!own) return []
  const ground = groundOf(node.stored, node.view, clock)
  return node.submissions
    .filter((submission) => stands(node, submission))
    .flatMap((submission) => {
      const output = outputOf(node, submission)
      // Predicted anew, since only the answer tells the number of a child.
      const changes = changesOf(ground, submission.report, output).map((change) =>
        withStatusDay(change, node.view),
      )
      const person = personOf(node, submission, changes)
      if (person === undefined) return []
      const stamps = stampsSince(stampIn(output), written)
      const corrections = correctionsOf(stamps, written)
      return [{ node, person, entity: own.entity, changes, stamps, corrections }]
    })
}

/** The day of a status is written with it, and goes back with it. */
function withStatusDay(change: ExpectedChange, { people }: RegisterView): ExpectedChange {
  const { pnr, entity, columns, before } = change
  const isStatus = entity === 'person' && columns['status'] != null && before['status'] != null
  if (!isStatus || columns['status'] === before['status'] || pnr === null) return change
  const own = people[pnr]?.rows.find((row) => row.entity === 'person')
  const statusDate = own?.columns['statusDate']
  return statusDate == null ? change : { ...change, before: { ...before, statusDate } }
}

function correctionsOf(
  stamps: readonly string[],
  written: readonly WrittenByCase[],
): readonly WrittenByCase[] {
  return written.filter(({ event, data: { timestamp } }) => {
    const isAbout = typeof timestamp === 'string' && stamps.includes(timestamp)
    const { kind } = getDefinition(event)
    return isAbout && kind.type === 'maintenance' && kind.operation.startsWith('correct')
  })
}

function stampIn({ TIMSTP }: Readonly<Record<string, string>>): readonly string[] {
  return TIMSTP === undefined ? [] : [TIMSTP]
}

/** In doubt, a person has said that it was applied: the case has gone on from it. */
function stands(node: CaseNode, { state, report }: Sent): boolean {
  if (state === 'confirmed') return true
  const hasGoneOn = isAccepted(node) || report < node.stored.snapshot.context.report
  return hasGoneOn && (state === 'inDoubt' || state === 'notApplied')
}

export function outputOf(
  { stored }: Pick<CaseNode, 'stored'>,
  submission: Sent,
): Readonly<Record<string, string>> {
  return submission.output ?? stored.snapshot.context.accepted.outputs[submission.report] ?? {}
}

/** The one reported for, or the child that the report gave a number. */
function personOf(
  { definition, stored }: CaseNode,
  { report }: Sent,
  changes: readonly ExpectedChange[],
): string | undefined {
  const { data } = stored.snapshot.context
  const created = changes.find(({ change }) => change === 'create')
  const reported = reportsOf(definition, data)[report]?.person
  return created?.pnr ?? reported ?? changes[0]?.pnr ?? undefined
}
