import { columnsGiven, maskPnr, shownOf } from '@sagsgang/events'
import type { Difference, ExpectedChange, RegisterRow, RegisterView } from '@sagsgang/events'

import type { CaseGround } from '../effects/case-facts.ts'
import { changesOf, differencesAfter } from '../effects/expected.ts'
import type { Output } from '../effects/expected.ts'
import { entitiesKept, maintainedPerson } from '../effects/maintained-row.ts'

/** One field of a row that the save was to touch. */
export interface EvidenceField {
  readonly party: string
  readonly entity: string
  readonly column: string
  readonly before: string | null
  readonly expected: string | null
  readonly now: string | null
  readonly verdict: 'asExpected' | 'asBefore' | 'other'
  /** The values are kept back: of a protected person only the verdict is shown. */
  readonly isCovered: boolean
}

type Compared = Omit<EvidenceField, 'verdict' | 'isCovered'> & { readonly pnr: string | null }

export interface Showing {
  readonly ground: CaseGround
  readonly report: number
  readonly output: Output
}

/** Field by field: what stood, what was to stand and what stands; numbers covered before anybody keeps them. */
export function fieldsOf(of: Showing, now: RegisterView): readonly EvidenceField[] {
  const { ground } = of
  const compared =
    ground.definition.kind.type === 'maintenance' ? maintained(ground, now) : reported(of, now)
  return compared.map(({ pnr, ...field }) => toField(field, isProtected(ground, now, pnr)))
}

function reported({ ground, report, output }: Showing, now: RegisterView): readonly Compared[] {
  const changes = changesOf(ground, report, output)
  const differing = differencesAfter(ground, changes, now)
  return changes.flatMap((change) =>
    [...columnsOf(change), ...spanOf(change)].map((field) => ({
      ...field,
      pnr: change.pnr,
      now: nowOf(field, differing),
    })),
  )
}

type Wanted = Pick<EvidenceField, 'party' | 'entity' | 'column' | 'before' | 'expected'>

/** What no lookup shows is no evidence; what stays as it was says nothing. */
function columnsOf({ party, entity, columns, before }: ExpectedChange): readonly Wanted[] {
  const shown = shownOf(entity)
  return Object.entries(columns)
    .map(([column, expected]) => ({
      party,
      entity,
      column,
      before: before[column] ?? null,
      expected,
    }))
    .filter(({ column, before: was, expected }) => shown?.columns.has(column) && was !== expected)
}

function spanOf({ party, entity, change, end, endBefore }: ExpectedChange): readonly Wanted[] {
  if (change === 'annul') return [{ party, entity, column: 'mark', before: null, expected: 'A' }]
  if (change !== 'end' || end === null) return []
  return [{ party, entity, column: 'end', before: endBefore ?? null, expected: end }]
}

function nowOf({ party, entity, column, expected }: Wanted, differing: readonly Difference[]) {
  const found = differing.find(
    (one) => one.party === party && one.entity === entity && one.column === column,
  )
  return found === undefined ? expected : found.found
}

/** Of a correction or an undo: the mark of the row that was meant, and what was to stand in its place. */
function maintained(ground: CaseGround, now: RegisterView): readonly Compared[] {
  const { definition, facts } = ground
  const pnr = maintainedPerson(facts.data)
  const isDone = differencesAfter(ground, [], now).length === 0
  const rowIn = (view: RegisterView) => findRow(ground, view, pnr)
  const [before, after] = [rowIn(facts.view), rowIn(now)]
  if (before === undefined) return []
  const { entity } = before
  const mark = marks[definition.kind.type === 'maintenance' ? definition.kind.operation : '']
  const marked = { pnr, party: 'person', entity, column: 'mark', before: before.mark }
  const given = Object.entries(columnsGiven(definition, facts.data, before))
  return [
    ...(mark === undefined ? [] : [{ ...marked, expected: mark, now: after?.mark ?? null }]),
    ...given
      .filter(([column, value]) => before.columns[column] !== value)
      .map(([column, expected]) => ({
        pnr,
        party: 'person',
        entity,
        column,
        before: before.columns[column] ?? null,
        expected,
        now: isDone ? expected : (after?.columns[column] ?? null),
      })),
  ]
}

const marks: Readonly<Record<string, string>> = {
  undoCurrent: 'A',
  undoFormer: 'A',
  correctCurrent: 'K',
  correctFormer: 'K',
}

function findRow(
  { definition, facts: { data } }: CaseGround,
  { people }: RegisterView,
  pnr: string | null,
): RegisterRow | undefined {
  const kept = entitiesKept(definition)
  return people[pnr ?? '']?.rows.find(
    ({ timestamp, entity }) => timestamp === data['timestamp'] && kept.includes(entity),
  )
}

function isProtected({ facts }: CaseGround, now: RegisterView, pnr: string | null): boolean {
  const known = now.people[pnr ?? ''] ?? facts.view.people[pnr ?? '']
  return known?.protected ?? false
}

function toField(field: Omit<Compared, 'pnr'>, isCovered: boolean): EvidenceField {
  const { before, expected, now } = field
  const verdict = now === expected ? 'asExpected' : now === before ? 'asBefore' : 'other'
  const shown = isCovered ? () => null : covered
  return {
    ...field,
    before: shown(before),
    expected: shown(expected),
    now: shown(now),
    verdict,
    isCovered,
  }
}

const covered = (value: string | null): string | null =>
  value !== null && /^\d{10}$/.test(value) ? maskPnr(value) : value
