import { differences, predict, predictUndo } from '@sagsgang/events'
import type {
  Difference,
  Entity,
  EventDefinition,
  ExpectedChange,
  RegisterView,
} from '@sagsgang/events'

import type { CaseGround } from './case-facts.ts'
import { entitiesKept, maintenanceDifferences, maintainedPerson } from './maintained-row.ts'
import { undoneDifferences } from './undone-maintenance.ts'
import { reportOf } from './update-of.ts'

/** What the register answers a save with, by wire code. */
export type Output = Readonly<Record<string, string>>

/** The rows that one report writes. Where a case makes several, each writes on its own person. */
export function changesOf(
  ground: CaseGround,
  report: number,
  output?: Output,
): readonly ExpectedChange[] {
  const { definition, facts } = ground
  const changes = predict(definition, facts.data, facts.view, output)
  if (definition.reportedFor.length < 2) return changes
  const { person } = reportOf(ground, report)
  return changes.filter((change) => change.pnr === person)
}

/** The rows that all reports of a case write together. */
export function allChangesOf(
  { definition, facts }: CaseGround,
  output?: Output,
): readonly ExpectedChange[] {
  return predict(definition, facts.data, facts.view, output)
}

/** Whom and what to read back. */
export function touchedBy(
  definition: EventDefinition,
  changes: readonly ExpectedChange[],
  { data, output }: { readonly data: CaseGround['facts']['data']; readonly output?: Output },
): {
  readonly people: readonly string[]
  readonly entities: readonly Entity[]
  readonly columns?: readonly string[]
} {
  const maintained = maintainedPerson(data)
  if (definition.kind.type === 'maintenance')
    return {
      // Whoever changed number is looked for under both.
      people: [...new Set([maintained, output?.['PNR']])].filter((pnr) => pnr != null),
      entities: entitiesKept(definition),
      columns: definition.fields.map(({ name }) => name),
    }
  const people = changes.map(({ pnr }) => pnr).filter((pnr) => pnr !== null)
  return {
    people: [...new Set(people)],
    entities: [...new Set(changes.map(({ entity }) => entity))],
    columns: [...new Set(changes.flatMap(({ columns }) => Object.keys(columns)))],
  }
}

/** Where the register differs from what the report was to write. */
export function differencesAfter(
  { definition, facts }: CaseGround,
  changes: readonly ExpectedChange[],
  now: RegisterView,
): readonly Difference[] {
  if (definition.kind.type === 'maintenance') return maintenanceDifferences(definition, facts, now)
  return differences(changes, now)
}

/** Where the register is not as it was before the report. */
export function differencesFromBefore(
  { definition, facts }: CaseGround,
  changes: readonly ExpectedChange[],
  now: RegisterView,
): readonly Difference[] {
  if (definition.kind.type === 'maintenance') return undoneDifferences(definition, facts, now)
  return differences(predictUndo(changes), now)
}
