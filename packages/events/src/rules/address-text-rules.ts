import { listOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { currentRow } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { fmtDate, inOrder, withinWindow } from './date-rules.ts'
import { fmtLines, fmtText } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { evenDead } from './person-statuses.ts'
import { activeRow, sameAsRegistered } from './row-rules.ts'

/** An address that is only lines of text: where post goes beside or instead of the home. */
export type AddressText = 'supplementaryAddress' | 'contactAddress'

/** How far ahead one may begin or end. */
const window = 28

const who = say('personen', 'the person')
const subject = { field: 'personnummer', who } as const
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const
const endDate = { field: 'endDate', what: say('slutdatoen', 'the end date') } as const
const lines = { field: 'lines', what: say('adresselinjerne', 'the address lines') } as const

const lineNumbers = [1, 2, 3, 4, 5]

function isTextOf(row: RegisterRow, { data }: Facts): boolean {
  const written = listOf(data, 'lines')
  return lineNumbers.every(
    (number) => (row.columns[`line${number}`] ?? '') === (written[number - 1] ?? '').trimEnd(),
  )
}

export function addressTextRules(entity: AddressText, statuses: readonly string[]) {
  const isSame = (person: PersonView, facts: Facts): boolean => {
    const row = currentRow(person, entity)
    return row !== undefined && isTextOf(row, facts)
  }
  return [
    ...personRules({ ...subject, statuses }),
    fmtDate(startDate),
    withinWindow(startDate, window),
    inOrder(startDate, endDate),
    fmtLines(lines),
    fmtText(lines),
    sameAsRegistered(
      { field: 'lines', person: 'personnummer', what: say('adressen', 'the address') },
      isSame,
    ),
  ]
}

export function addressTextCessationRules(entity: AddressText, row: Text) {
  return [
    ...personRules({ ...subject, statuses: evenDead }),
    activeRow({ ...subject, entity, row }),
    fmtDate({ field: 'endDate', what: say('ophørsdatoen', 'the end date') }),
    withinWindow({ field: 'endDate', what: say('ophørsdatoen', 'the end date') }, window),
  ]
}
