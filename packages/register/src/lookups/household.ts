import { column, currentRow, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import { page } from './answer.ts'
import { addressingName, isProtected, mark } from './extras.ts'
import { relationTo } from './family.ts'
import { onPerson } from './person-rows.ts'
import { fieldsOf } from './write-row.ts'

const parts = [
  'municipalityCode',
  'streetCode',
  'houseNumber',
  'floor',
  'door',
  'buildingNumber',
] as const

const writeMember = (person: Person, other: Person) => {
  const moved = currentRow(other, 'address')?.start
  return fieldsOf({
    PNR: other.pnr,
    CNVN_ADRNVN: addressingName(other),
    CNVN_STATUS: statusOf(other),
    ADRBESKYT: mark(isProtected(other)),
    STARTDATO: moved === undefined ? null : `${moved}0000`,
    FAMMRK: relationTo(person, other),
  })
}

/** Everybody registered in the home of a person, who is one of them. */
export const household = onPerson((person, { store, keys }) => {
  const isTogether = (other: Person): boolean =>
    parts.every((part) => column(other, 'address', part) === column(person, 'address', part))
  const home = currentRow(person, 'address')?.columns
  const items =
    home === undefined
      ? []
      : store
          .livingOn(home['municipalityCode'] ?? '', home['streetCode'] ?? '')
          .filter(isTogether)
          .toSorted((one, other) => one.pnr.localeCompare(other.pnr))
  const write = (other: Person) => writeMember(person, other)
  return page({ name: 'BOPSAML', items, write }, keys)
})
