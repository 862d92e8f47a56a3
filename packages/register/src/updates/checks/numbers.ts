import { objection } from '../../receipts.ts'
import { column, currentRows, statusOf } from '../../rows.ts'
import type { Person } from '../../rows.ts'
import { given, named, whenPerson } from './check.ts'
import type { Check, Judged } from './check.ts'
import { living } from './people.ts'

/** Numbers of people: ours and those of the immigration authority. */

export const notDanish: Check = whenPerson(
  'isDanish',
  'PNR',
  (person) => column(person, 'citizenship', 'country') === '5100',
)

const bears = (person: Person, number: string): boolean =>
  living.includes(statusOf(person)) &&
  currentRows(person, 'alienNumber').some(({ columns }) => columns['alienNumber'] === number)

/** No two living people share one. */
export const alienNumberFree: Check = (judged) => {
  const [own, number] = [given(judged, 'PNR'), given(judged, 'UDLNR')]
  for (const person of judged.people.all())
    if (person.pnr !== own && bears(person, number)) return [objection('alienNumberTaken', 'UDLNR')]
  return []
}

const isReplaced = (person: Person): boolean => ['50', '60'].includes(statusOf(person))

/** A deleted or changed number points at its counterpart, and no other is meant. */
export const counterpartFits: Check = (judged: Judged) => {
  const person = named(judged, 'PNR')
  if (person === undefined) return []
  const told = given(judged, 'MODPNR')
  if (told === '') return isReplaced(person) ? [objection('missingField', 'MODPNR')] : []
  if (named(judged, 'MODPNR') === undefined) return [objection('notInRegister', 'MODPNR')]
  return person.validPnr === told ? [] : [objection('notItsNumber', 'MODPNR')]
}
