import { addDays, authorities, authorityTypeOf, optionsOf, textOf } from '@sagsgang/events'
import type { CaseData, EventDefinition, Field, FieldData, FieldType } from '@sagsgang/events'
import type { Person } from '@sagsgang/register'

import { columnOf, rowOf, statusOf } from './folk.ts'
import type { Folk } from './folk.ts'
import type { Random } from './random.ts'
import { anybody, others, suitable } from './suitable.ts'

/** Forms by chance: any event's, from the types of its fields. Nothing here knows an event by more than its name. */
export interface Writer {
  readonly random: Random
  readonly folk: Folk
}

export interface Form {
  readonly definition: EventDefinition
  readonly authority: string
  readonly data: CaseData
}

/** Somebody to report on and a form about them; undefined where nobody suits. */
export function writeForm(
  writer: Writer,
  definition: EventDefinition,
  given: CaseData = {},
): Form | undefined {
  const subject = subjectOf(writer, definition, given)
  const authority = authorityFor(writer, definition, subject)
  if (subject === undefined && definition.fields.some(({ name }) => name === 'personnummer'))
    return undefined
  const home = homeIn(writer, authority)
  const page: Page = { ...writer, definition, authority, subject, home }
  const own = subject ? { personnummer: subject.pnr } : {}
  const entries = definition.fields
    .filter(({ name }) => !(name in given) && name !== 'personnummer')
    .filter((field) => field.required || isTold(writer, field))
    .flatMap((field) => entryOf(page, field))
  return { definition, authority, data: { ...Object.fromEntries(entries), ...own, ...given } }
}

/** What somebody writes when told that these fields are wrong: another value, or none. */
export function writeAnew(writer: Writer, form: Form, fields: readonly string[]): CaseData {
  const { definition, authority, data } = form
  const subject = writer.folk.find(textOf(data, 'personnummer'))
  const home = homeIn(writer, authority)
  const page: Page = { ...writer, definition, authority, subject, home }
  let next = data
  for (const field of definition.fields.filter(({ name }) => fields.includes(name))) {
    if (field.name === 'personnummer') continue
    const { [field.name]: was, ...rest } = next
    const isDropped = was !== undefined && !field.required && writer.random.chance(0.5)
    next = isDropped ? rest : { ...rest, ...Object.fromEntries(entryOf(page, field)) }
  }
  return next
}

interface Page extends Writer {
  readonly definition: EventDefinition
  readonly authority: string
  readonly subject: Person | undefined
  /** Somebody's home: an address that there is. */
  readonly home: Readonly<Record<string, string | null>>
}

function homeIn({ folk }: Writer, municipality: string): Page['home'] {
  const host = folk.pick((one) => columnOf(one, 'address', 'municipalityCode') === municipality)
  return (host && rowOf(host, 'address')?.columns) ?? {}
}

function subjectOf({ folk }: Writer, { id }: EventDefinition, given: CaseData): Person | undefined {
  const named = given['personnummer']
  if (typeof named === 'string') return folk.find(named)
  const suits = suitable[id] ?? anybody
  return folk.pick((person) => suits(person, folk.today))
}

/** Numbers of these kinds are given out by one house each. */
const issuers: Readonly<Record<string, string>> = {
  'tax-pnr': '0011',
  'atp-pnr': '0012',
  'administrative-pnr': '0019',
}

/** The person's own municipality, where it may report it; else one that may. */
function authorityFor(
  { random }: Writer,
  { id, reporters }: EventDefinition,
  subject: Person | undefined,
): string {
  const types = reporters.flatMap(({ authorityType }) => authorityType ?? [])
  const home = subject ? columnOf(subject, 'address', 'municipalityCode') : ''
  const able = authorities.filter(({ code }) => types.includes(authorityTypeOf(code) ?? ''))
  const isOwn = types.includes('05') && home !== '' && random.chance(0.95)
  return issuers[id] ?? (isOwn ? home : (random.pick(able)?.code ?? '0851'))
}

/** Half of what need not be told is left out, flags and documents never. */
function isTold({ random }: Writer, { type, name, requiredWhen }: Field): boolean {
  if (name === 'dateUncertain') return false
  if (type === 'flag' || requiredWhen) return random.chance(0.8)
  return random.chance(0.3)
}

function entryOf(page: Page, field: Field): readonly (readonly [string, FieldData])[] {
  const value = byName[field.name]?.(page) ?? byType[field.type](page, field)
  return value === undefined ? [] : [[field.name, value]]
}

/** Fields that are worth filling in with some sense. */
const byName: Readonly<Record<string, (page: Page) => FieldData | undefined>> = {
  authority: ({ authority }) => authority,
  municipality: ({ authority }) => authority,
  municipalityCode: ({ home }) => home['municipalityCode'] ?? undefined,
  streetCode: ({ home }) => home['streetCode'] ?? undefined,
  houseNumber: ({ home }) => home['houseNumber'] ?? undefined,
  floor: ({ home, random }) => home['floor'] ?? random.pick(['st', '01', '02']),
  door: ({ home, random }) => home['door'] ?? random.pick(['th', 'tv']),
  buildingNumber: ({ random }) => String(1000 + random.below(9000)),
  alienNumber: ({ random }) => String(10_000_000 + random.below(89_999_999)),
  noteNumber: ({ random }) => String(1 + random.below(9)).padStart(2, '0'),
  noteText: ({ random }) => `Henvendelse om ${word(random)}`,
  addressingName: ({ subject }) =>
    subject && rowOf(subject, 'name') ? shortName(subject) : undefined,
  birthTime: ({ random }) => `${String(random.below(24)).padStart(2, '0')}15`,
  country: ({ random }) => random.pick(['5110', '5120', '5180', '5100']),
  newCountry: ({ random }) => random.pick(['5110', '5120', '5180']),
  citizenship: ({ random }) => random.pick(['5110', '5120', '5180', '5100']),
  entryCountry: ({ random }) => random.pick(['5110', '5120', '5180']),
  departureCountry: ({ random }) => random.pick(['5110', '5120', '5180']),
  guardianRow: ({ subject }) => subject && rowOf(subject, 'guardian')?.timestamp,
  protectionType: ({ subject, random, definition }) =>
    definition.id === 'protection-cessation' && subject
      ? columnOf(subject, 'protection', 'protectionType')
      : random.pick(['00001', '00002', '00003', '00004', '00005']),
  holderRelation: ({ subject, random }) =>
    subject && columnOf(subject, 'parentalAuthority', 'relation')
      ? columnOf(subject, 'parentalAuthority', 'relation')
      : random.pick(['00003', '00004']),
  vacateBy: ({ folk, random }) => addDays(folk.today, 7 + random.below(20)),
  votingDate: ({ folk }) => addDays(folk.today, 200),
}

const shortName = (person: Person): string =>
  `${columnOf(person, 'name', 'lastName')},${columnOf(person, 'name', 'firstNames').slice(0, 1)}`

const dateOf = ({ random, folk }: Page, { name }: Field): string => {
  if (random.chance(0.7)) return folk.today
  const days = random.below(6)
  // What ends may well end ahead; everything else has happened.
  const isAhead = name === 'endDate' && random.chance(0.5)
  return addDays(folk.today, isAhead ? days * 10 : -days)
}

const word = (random: Random): string =>
  random.pick(['Solvej', 'Anton', 'Mørk', 'Ågård', 'Villum', 'Ellen', 'Holm', 'Birk']) ?? 'Holm'

const byType: Readonly<Record<FieldType, (page: Page, field: Field) => FieldData | undefined>> = {
  pnr: (page, { name }) => otherFor(page, name),
  pnrList: (page, { name }) => {
    const one = otherFor(page, name)
    return one === undefined ? [] : [one]
  },
  holderList: ({ subject }) => {
    const known = subject?.rows.filter(({ entity, mark }) => entity === 'kinship' && mark === null)
    const parents = known?.filter(({ columns }) => columns['relation'] !== 'child') ?? []
    const holders = parents.flatMap(({ columns }) => {
      const { personnummer, relation } = columns
      const as = relation === 'mother' ? '00003' : '00004'
      return personnummer == null ? [] : [{ relation: as, personnummer }]
    })
    return holders.length > 0 ? holders : [{ relation: '00003' }]
  },
  date: dateOf,
  time: () => '1215',
  flag: ({ random }) => random.chance(0.85),
  code: ({ random }, field) => random.pick(optionsOf(field) ?? [])?.code,
  authority: ({ authority }) => authority,
  country: ({ random }) => random.pick(['5110', '5120', '5180']),
  number: ({ random }, { length = 1 }) =>
    String(1 + random.below(Math.min(8, 10 ** length - 1))).padStart(length, '0'),
  name: ({ random }) => word(random),
  text: ({ random }, { length = 20 }) => `${word(random)} ${word(random)}`.slice(0, length),
  lines: ({ random }) => [`${word(random)} ${1 + random.below(90)}`, 'Oslo'],
  reference: () => undefined,
}

function otherFor({ subject, folk, random }: Page, name: string): string | undefined {
  const other = others[name] ?? { suits: anybody }
  const kin = subject ? (other.kin?.(subject) ?? []) : []
  const living = kin.filter((pnr) => ['01', '03', '05', '07'].includes(livingStatus(folk, pnr)))
  return (
    random.pick(living) ??
    folk.pick((person) => person.pnr !== subject?.pnr && other.suits(person, folk.today))?.pnr
  )
}

function livingStatus(folk: Folk, pnr: string): string {
  const person = folk.find(pnr)
  return person ? statusOf(person) : ''
}
