import type { RegisterRow } from '../entities.ts'
import type { ExpectedChange } from '../expectations.ts'
import type { RegisterView } from '../register-view.ts'

/**
 * What became of the rows of one view in the other, in the words of a prediction: so that what a late report wrote and cut
 * can be taken back as a whole.
 */
export function changesBetween(
  before: RegisterView,
  after: RegisterView,
): readonly ExpectedChange[] {
  return Object.entries(after.people).flatMap(([pnr, person]) => {
    const known = before.people[pnr]?.rows ?? []
    return (person?.rows ?? []).flatMap((row, index) => {
      const was = known[index]
      return was ? changed(pnr, was, row) : [appended(pnr, row)]
    })
  })
}

function appended(pnr: string, { entity, columns, start, end }: RegisterRow): ExpectedChange {
  return {
    ...of(pnr, entity),
    change: 'append',
    columns,
    before: {},
    startBefore: null,
    start,
    end,
  }
}

function of(pnr: string, entity: RegisterRow['entity']) {
  return { pnr, party: 'person', entity, derivedMark: null }
}

function changed(pnr: string, was: RegisterRow, row: RegisterRow): readonly ExpectedChange[] {
  const isSame = was.start === row.start && was.end === row.end
  if (isSame) return []
  const endBefore = was.end === null ? {} : { endBefore: was.end }
  const stood = { before: was.columns, startBefore: was.start, ...endBefore }
  const now = { columns: row.columns, start: row.start, end: row.end }
  const change = was.start === row.start ? 'end' : 'set'
  return [{ ...of(pnr, row.entity), change, ...now, ...stood }]
}
