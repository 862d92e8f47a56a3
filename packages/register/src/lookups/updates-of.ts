import { isPartialDate } from '../dates.ts'
import type { LoggedUpdate } from '../store.ts'
import { page, refuse } from './answer.ts'
import { onPerson } from './person-rows.ts'
import { fieldsOf } from './write-row.ts'

const forever = '99999999'

const writeLine = (line: LoggedUpdate) =>
  fieldsOf({
    TIMESTAMPU: line.timestamp.slice(0, 12),
    HAENDELSE: line.code,
    AFLEDTMRK: line.derivedMark,
    MYNKOD: line.authority,
    TIMSTP: line.timestamp,
  })

/** Updates of a person from one day to another, both included. */
export const updates = onPerson((person, { store, keys }) => {
  const { FRADATO: from = '', TILDATO: to = forever } = keys
  if (!isPartialDate(from)) return refuse(40, 'FRADATO')
  if (to !== forever && !isPartialDate(to)) return refuse(40, 'TILDATO')
  const items = store
    .updatesOf(person.pnr)
    .filter(({ timestamp }) => {
      const day = timestamp.slice(0, 8)
      return day >= from && day <= to
    })
    .toSorted((one, other) => one.timestamp.localeCompare(other.timestamp))
  return page({ name: 'AJOURLOG', items, write: writeLine }, keys)
})
