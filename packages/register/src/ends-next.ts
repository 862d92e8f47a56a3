import { addYears } from './dates.ts'
import { birthDateOf } from './personnummer.ts'
import { currentRows } from './rows.ts'
import type { Person } from './rows.ts'

const majority = 18

/** The day somebody is of age: nobody holds authority over them any longer. */
export const majorityOf = ({ pnr }: Pick<Person, 'pnr'>): string =>
  addYears(birthDateOf(pnr) ?? '99990101', majority)

/** The day on which the next of somebody's rows ends by itself; null where none does. */
export function endsNext(person: Person): string | null {
  const planned = person.rows.flatMap(({ end, endsAhead }) =>
    endsAhead && end !== null ? end : [],
  )
  const isMinor = currentRows(person, 'parentalAuthority').length > 0
  const [first = null] = [...planned, ...(isMinor ? [majorityOf(person)] : [])].toSorted()
  return first
}
