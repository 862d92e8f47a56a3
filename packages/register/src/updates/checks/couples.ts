import { unknownPnr } from '../../personnummer.ts'
import { objection } from '../../receipts.ts'
import type { Objection } from '../../receipts.ts'
import { column, currentRow, currentRows, statusOf } from '../../rows.ts'
import type { Person } from '../../rows.ts'
import { given, named, when, whenPerson } from './check.ts'
import type { Check } from './check.ts'

/** Two people who marry, part or survive each other. */

const civilStatus = (person: Person): string => column(person, 'civilStatus', 'civilStatus') ?? ''

const spouseOf = (person: Person): string | null =>
  column(person, 'civilStatus', 'spousePersonnummer')

const unmarried: readonly string[] = ['U', 'F', 'E', 'O', 'L']
const couples: readonly string[] = ['G', 'P']

/** Free to marry, or in a partnership with the very one. */
export const mayMarry = (code: string, other: string): Check =>
  whenPerson('wrongCivilStatus', code, (person, judged) => {
    const isConversion = civilStatus(person) === 'P' && spouseOf(person) === given(judged, other)
    return !isConversion && !unmarried.includes(civilStatus(person))
  })

export const mayPartner = (code: string): Check =>
  whenPerson('wrongCivilStatus', code, (person) => !unmarried.includes(civilStatus(person)))

export const notSeparated = (code: string): Check =>
  whenPerson('separated', code, (person) => currentRows(person, 'separation').length > 0)

export const isCouple: Check = whenPerson(
  'wrongCivilStatus',
  'PNR',
  (person) => !couples.includes(civilStatus(person)),
)

const pairRulings = { G: 'notMarried', P: 'notPartners' } as const
type Tie = keyof typeof pairRulings

const isTiedTo = (person: Person, pnr: string, tie: Tie): boolean =>
  civilStatus(person) === tie && spouseOf(person) === pnr

/** The spouse that is told is the one that stands, and says the same; who has no number is not told. */
function spouseFaults(person: Person, told: string, tie: Tie): Check {
  const field = 'SPNR'
  if (spouseOf(person) === null)
    return when(pairRulings[tie], field, () => told !== '' && told !== unknownPnr)
  if (told === '') return when('missingField', field, () => true)
  return when(pairRulings[tie], field, ({ people }) => {
    const other = people.find(told)
    return !isTiedTo(person, told, tie) || !other || !isTiedTo(other, person.pnr, tie)
  })
}

/** Both rows say the same of each other. */
export const isPair =
  (tie: Tie): Check =>
  (judged) => {
    const person = named(judged, 'PNR')
    if (person === undefined) return []
    if (civilStatus(person) !== tie) return [objection('wrongCivilStatus', 'PNR')]
    return spouseFaults(person, given(judged, 'SPNR'), tie)(judged)
  }

/** Who is married has a spouse whose row points back. */
export const spousePointsBack: Check = whenPerson('spouseElsewhere', 'PNR', (person, judged) => {
  if (!couples.includes(civilStatus(person))) return false
  const other = judged.people.find(spouseOf(person) ?? '')
  return other !== undefined && spouseOf(other) !== person.pnr
})

/** The deceased is the spouse, and died that day; a spouse without number is taken on the document. */
export const spouseDied: Check = (judged): readonly Objection[] => {
  const person = named(judged, 'PNR')
  const own = person === undefined ? null : spouseOf(person)
  const told = given(judged, 'AEGTEPNR')
  if (told !== '' && told !== own) return [objection('notTheSpouse', 'AEGTEPNR')]
  const deceased = own === null ? undefined : judged.people.find(own)
  if (deceased === undefined) return []
  const died = column(deceased, 'person', 'statusDate')
  const isSo = statusOf(deceased) === '90' && died === judged.date
  return isSo ? [] : [objection('spouseNotDead', 'HDTO')]
}

/** Somebody who comes here married is not the spouse of one who is married to another number. */
export const spouseIsFree: Check = when('marriedElsewhere', 'AEGTEPNR', (judged) => {
  const spouse = named(judged, 'AEGTEPNR')
  return spouse !== undefined && couples.includes(civilStatus(spouse)) && spouseOf(spouse) !== null
})

/** A spouse is named where the civil status has one, and only there. */
export const spouseFitsStatus: Check = when(
  'wrongCivilStatus',
  'CIVST',
  (judged) => given(judged, 'AEGTEPNR') !== '' && !couples.includes(given(judged, 'CIVST')),
)

/** The wedding is not before what stands on the spouse. */
export const notBeforeSpousesRow: Check = when('beforeCurrent', 'CIVSTDATO', (judged) => {
  const spouse = named(judged, 'AEGTEPNR')
  const row = spouse && currentRow(spouse, 'civilStatus')
  const wedding = given(judged, 'CIVSTDATO') || judged.date
  return row !== undefined && couples.includes(given(judged, 'CIVST')) && wedding < row.start
})
