import type { Difference, ExpectedChange } from './expectations.ts'
import { currentRows, validRows } from './person-facts.ts'
import { rowReplaced } from './predict.ts'
import type { PersonView, RegisterView } from './register-view.ts'
import { serviceShowing } from './wire/wire-tables.ts'

/** What the register should show and does not. Kinds of rows that no lookup shows are taken on trust. */
export function differences(
  expected: readonly ExpectedChange[],
  view: RegisterView,
): readonly Difference[] {
  return expected
    .filter(({ entity }) => serviceShowing(entity) !== undefined)
    .flatMap((change) => {
      const person = change.pnr === null ? null : view.people[change.pnr]
      return person ? differencesOn(person, change) : missingPerson(change, person)
    })
}

/** Somebody looked for and not in the register is the greatest difference of all. */
function missingPerson(
  { pnr, party, entity }: ExpectedChange,
  person: PersonView | null | undefined,
): readonly Difference[] {
  if (pnr === null || person === undefined) return []
  return [{ party, entity, column: 'personnummer', expected: pnr, found: null }]
}

function differencesOn(person: PersonView, change: ExpectedChange): readonly Difference[] {
  return change.change === 'end' ? stillStanding(person, change) : notStanding(person, change)
}

function notStanding(person: PersonView, change: ExpectedChange): readonly Difference[] {
  const { party, entity, columns, start } = change
  const row = rowReplaced(person, entity, columns) ?? currentRows(person, entity)[0]
  const unlike = Object.entries(columns)
    .filter(([column, value]) => (row?.columns[column] ?? null) !== value)
    .map(([column, value]) => ({
      party,
      entity,
      column,
      expected: value,
      found: row?.columns[column] ?? null,
    }))
  const isLate = change.change === 'append' && start !== null && row?.start !== start
  if (!isLate) return unlike
  return [...unlike, { party, entity, column: 'start', expected: start, found: row?.start ?? null }]
}

function stillStanding(person: PersonView, change: ExpectedChange): readonly Difference[] {
  const { party, entity, columns, start, end } = change
  const row = validRows(person, entity).find(
    (candidate) =>
      candidate.start === start &&
      candidate.end === null &&
      Object.entries(columns).every(
        ([column, value]) => (candidate.columns[column] ?? null) === value,
      ),
  )
  return row ? [{ party, entity, column: 'end', expected: end, found: null }] : []
}
