import { differences, findDefinition, predict, predictUndo } from '@sagsgang/events'
import type {
  CaseData,
  Difference,
  Entity,
  EventDefinition,
  ExpectedChange,
  RegisterView,
} from '@sagsgang/events'

import type { CaseGround } from './case-facts.ts'
import { entitiesKept, maintenanceDifferences, maintainedPerson } from './maintained-row.ts'
import { asPutRightSince } from './put-right-since.ts'
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
  const isOne = definition.reportedFor.length < 2
  const data = isOne ? facts.data : saidOfOne(ground, report)
  return predict(definition, data, facts.view, output)
}

/** What one of several reports says: it is about one person, and about those whose rows hang on that one's. */
function saidOfOne(ground: CaseGround, report: number): CaseData {
  const { definition, facts } = ground
  const { person } = reportOf(ground, report)
  const [subject, ...others] = definition.reportedFor.flatMap((party) => {
    const source = definition.parties[party]
    return source && 'field' in source ? source.field : []
  })
  const rest = Object.entries(facts.data).filter(([field]) => !others.includes(field))
  if (subject === undefined || person === null) return Object.fromEntries(rest)
  return { ...Object.fromEntries(rest), [subject]: person }
}

/** The rows that all reports of a case write together. */
export function allChangesOf(
  { definition, facts }: CaseGround,
  output?: Output,
): readonly ExpectedChange[] {
  return predict(definition, facts.data, facts.view, output)
}

/** An undo takes none of them, and takes back what a correction puts right. */
function columnsKept({ kind, fields }: EventDefinition): readonly string[] {
  const correction =
    kind.type === 'maintenance' ? findDefinition(`${kind.dataType}.correct-current`) : undefined
  return [...new Set([...fields, ...(correction?.fields ?? [])].map(({ name }) => name))]
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
      columns: columnsKept(definition),
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

/** Where the register is not as it was before the report; what was put right since, or left out, stays so. */
export function differencesFromBefore(
  { definition, facts }: CaseGround,
  changes: readonly ExpectedChange[],
  now: RegisterView,
  isLeftOut: (change: ExpectedChange) => boolean = () => false,
): readonly Difference[] {
  if (definition.kind.type === 'maintenance') return undoneDifferences(definition, facts, now)
  const expected = predictUndo(changes).filter((change) => !isLeftOut(change))
  return differences(asPutRightSince(expected, now), now)
}
