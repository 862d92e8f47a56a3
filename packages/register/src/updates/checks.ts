import type { Entity } from '@sagsgang/events'

import { ageOn } from '../dates.ts'
import { birthDateOf, unknownPnr } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection, RulingName } from '../receipts.ts'
import { column, currentRow, currentRows, statusOf } from '../rows.ts'
import type { People, Person } from '../rows.ts'
import { houseFaults } from './house-faults.ts'

/** What a report looks like to a check: wire fields, keys included, and the day it counts from. */
interface Judged {
  readonly fields: Readonly<Record<string, string>>
  readonly date: string
  readonly today: string
  readonly people: People
}

export type Check = (judged: Judged) => readonly Objection[]

const deadStatuses = ['30', '50', '60']

const given = ({ fields }: Judged, code: string): string => fields[code] ?? ''

/** The person a field names; undefined for nobody and for the unknown person. */
const named = (judged: Judged, code: string): Person | undefined =>
  judged.people.find(given(judged, code))

const when =
  (ruling: RulingName, field: string, is: (judged: Judged) => boolean): Check =>
  (judged) =>
    is(judged) ? [objection(ruling, field)] : []

/** In the register, under a number that is valid, with a status that allows it. */
export const isSomebody =
  (code: string, statuses: readonly string[]): Check =>
  (judged) => {
    const pnr = given(judged, code)
    if (pnr === '') return []
    if (pnr === unknownPnr) return [objection('badPnr', code)]
    const person = judged.people.find(pnr)
    if (person === undefined) return [objection('notInRegister', code)]
    const status = statusOf(person)
    if (deadStatuses.includes(status)) return [objection('deadNumber', code)]
    return statuses.includes(status) ? [] : [objection('wrongStatus', code)]
  }

/** The unknown person is let pass, for the event names them by text. */
export const isSomebodyOrUnknown = (code: string, statuses: readonly string[]): Check => {
  const isKnown = isSomebody(code, statuses)
  return (judged) => (given(judged, code) === unknownPnr ? [] : isKnown(judged))
}

export const differ = (one: string, other: string): Check =>
  when(
    'samePerson',
    other,
    (judged) => given(judged, one) !== '' && given(judged, one) === given(judged, other),
  )

/** Another field is filled in when this one stands for somebody unknown. */
export const namedByText = (code: string, text: string): Check =>
  when(
    'missingField',
    text,
    (judged) => given(judged, code) === unknownPnr && given(judged, text) === '',
  )

// An unknown part of a date counts as late as it may be.
const latest = (date: string): string => date.replace(/0000$/, '9999').replace(/00$/, '99')

export const notInFuture = (field = 'HDTO'): Check =>
  when('future', field, ({ date, today }) => date > today)

export const notBeforeBirth = (...codes: readonly string[]): Check =>
  when('beforeBirth', 'HDTO', (judged) =>
    codes.some((code) => latest(judged.date) < (birthDateOf(given(judged, code)) ?? '')),
  )

export const notBeforeCurrent = (entity: Entity, ...codes: readonly string[]): Check =>
  when('beforeCurrent', 'HDTO', (judged) =>
    codes.some((code) => {
      const person = named(judged, code)
      const row = person && currentRow(person, entity)
      return row !== undefined && latest(judged.date) < row.start
    }),
  )

const civilStatus = (person: Person): string => column(person, 'civilStatus', 'civilStatus') ?? ''

const spouse = (person: Person): string | null =>
  column(person, 'civilStatus', 'spousePersonnummer')

/** Free to marry, or in a partnership with the very one. */
export const mayMarry = (code: string, other: string): Check =>
  when('wrongCivilStatus', code, (judged) => {
    const person = named(judged, code)
    if (person === undefined) return false
    const status = civilStatus(person)
    const isConversion = status === 'P' && spouse(person) === given(judged, other)
    return !isConversion && !['U', 'F', 'E', 'O', 'L'].includes(status)
  })

export const isOfAge = (code: string): Check =>
  when('underage', code, (judged) => {
    const birthDate = birthDateOf(given(judged, code))
    return birthDate !== null && ageOn(birthDate, judged.date) < 18
  })

export const notSeparated = (code: string): Check =>
  when('separated', code, (judged) => {
    const person = named(judged, code)
    return person !== undefined && currentRows(person, 'separation').length > 0
  })

const kin = (person: Person, relations: readonly string[]): readonly string[] =>
  currentRows(person, 'kinship')
    .filter(({ columns }) => relations.includes(columns['relation'] ?? ''))
    .flatMap(({ columns }) => columns['personnummer'] ?? [])

export const notRelated = (code: string, other: string): Check =>
  when('related', other, (judged) => {
    const [one, two] = [named(judged, code), named(judged, other)]
    if (one === undefined || two === undefined) return false
    const parents = kin(one, ['mother', 'father'])
    const areSiblings = kin(two, ['mother', 'father']).some((pnr) => parents.includes(pnr))
    return areSiblings || kin(one, ['mother', 'father', 'child']).includes(two.pnr)
  })

export const notNamedYet: Check = when('alreadyNamed', 'PNR', (judged) => {
  const person = named(judged, 'PNR')
  return person !== undefined && currentRows(person, 'name').length > 0
})

export const noSecondParent: Check = when('hasSecondParent', 'FPNR', (judged) => {
  const person = named(judged, 'PNR')
  const relations = person === undefined ? [] : currentRows(person, 'kinship')
  // A father without a number is one too.
  return relations.some(({ columns }) => columns['relation'] === 'father')
})

export const roadExists: Check = (judged) =>
  houseFaults({
    municipality: given(judged, 'KOMKOD'),
    road: given(judged, 'VEJKOD'),
    house: given(judged, 'HUSNR'),
  })

/** Who is married has a spouse whose row points back. */
export const spousePointsBack: Check = when('spouseElsewhere', 'PNR', (judged) => {
  const person = named(judged, 'PNR')
  if (person === undefined || !['G', 'P'].includes(civilStatus(person))) return false
  const other = judged.people.find(spouse(person) ?? '')
  return other !== undefined && spouse(other) !== person.pnr
})

export const isMarried: Check = when('wrongCivilStatus', 'PNR', (judged) => {
  const person = named(judged, 'PNR')
  return person !== undefined && !['G', 'P'].includes(civilStatus(person))
})

/** The deceased is the spouse, and died that day; a spouse without number is taken on the document. */
export const spouseDied: Check = (judged) => {
  const person = named(judged, 'PNR')
  const own = person === undefined ? null : spouse(person)
  const told = given(judged, 'AEGTEPNR')
  if (told !== '' && told !== own) return [objection('notTheSpouse', 'AEGTEPNR')]
  const deceased = own === null ? undefined : judged.people.find(own)
  if (deceased === undefined) return []
  const died = column(deceased, 'person', 'statusDate')
  const isSo = statusOf(deceased) === '90' && died === judged.date
  return isSo ? [] : [objection('spouseNotDead', 'HDTO')]
}
