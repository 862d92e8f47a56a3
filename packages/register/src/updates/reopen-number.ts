import type { Draft } from '../draft.ts'
import { isFictive } from '../geography.ts'
import { chainOf, column, currentRow, isCurrent, isValid, statusOf } from '../rows.ts'
import type { People, Person, StoredRow } from '../rows.ts'

/** A closed number becomes valid again, with the rows that were closed together with it. */

const resident: readonly string[] = ['01', '03', '05', '07']

/** Whether a home may stand with the status that the number has now. */
function mayLive(status: string, { columns }: StoredRow): boolean {
  if (isFictive(columns['municipalityCode'] ?? '')) return status === '20'
  return resident.includes(status)
}

/** Kin have rows of their own, which somebody must look at before they are joined again. */
const staysClosed = ({ entity }: StoredRow): boolean => entity === 'person' || entity === 'kinship'

interface Closing {
  readonly day: string | null
  readonly save: number | undefined
}

/** Ended with the number, or marked by the save that annulled it. */
const wasClosed = (row: StoredRow, { day, save }: Closing): boolean =>
  isValid(row) ? row.end === day : row.mark === 'A' && row.touched === save

const hasCurrent = (person: Person, row: StoredRow): boolean => {
  const chain = chainOf(row.entity, row.columns)
  return person.rows.some((one) => isCurrent(one) && chainOf(one.entity, one.columns) === chain)
}

export function reopenNumber(before: People, draft: Draft, pnr: string): void {
  const [was, now] = [before.find(pnr), draft.find(pnr)]
  if (was === undefined || now === undefined) return
  draft.redirect(pnr, pnr)
  const closing = {
    day: column(was, 'person', 'statusDate'),
    save: currentRow(was, 'person')?.touched,
  }
  const rows = was.rows.filter((row) => !staysClosed(row) && wasClosed(row, closing))
  for (const row of rows.toReversed()) {
    const person = draft.find(pnr)
    const fits = row.entity !== 'address' || mayLive(statusOf(now), row)
    if (fits && person !== undefined && !hasCurrent(person, row))
      draft.change(pnr, row, { mark: null, end: null })
  }
}
