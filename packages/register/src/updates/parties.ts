import type { EventDefinition } from '@sagsgang/events'

import { ageOn } from '../dates.ts'
import { birthDateOf, unknownPnr } from '../personnummer.ts'
import { currentRow, currentRows } from '../rows.ts'
import type { People, Person } from '../rows.ts'

interface Everybody extends People {
  all(): Iterable<Person>
}

/** A holder of parental authority, as a row of a table says it. */
export interface Item {
  readonly relation: string | null
  readonly personnummer: string | null
}

/** One report, as its effects see it. */
export interface Report {
  readonly definition: EventDefinition
  /** Values by field name, as they came over the wire; empty ones are absent. Lines are parted by line feeds. */
  readonly data: Readonly<Record<string, string>>
  /** The day the event counts from. */
  readonly date: string
  /** The register before this report: conditions look at nothing else. */
  readonly before: Everybody
  /** The register as the report leaves it: what is derived looks here. */
  readonly after: People
  readonly newborn: string | null
  /** Items of the fields that hold a list, by field name. */
  readonly items: Readonly<Record<string, readonly Item[]>>
  /** The item that an effect is being carried out for. */
  readonly item?: Item
  /** The one person whom an effect is being carried out on, in their party's place. */
  readonly bound?: { readonly party: string; readonly pnr: string }
}

type Source = EventDefinition['parties'][string]

/** The numbers that a party stands for; nobody when it is empty or unknown. */
export function peopleOf(report: Report, party: string): readonly string[] {
  if (report.bound?.party === party) return [report.bound.pnr]
  const source = report.definition.parties[party]
  return source === undefined ? [] : numbersOf(report, source)
}

function numbersOf(report: Report, source: Source): readonly string[] {
  if ('newborn' in source) return report.newborn === null ? [] : [report.newborn]
  if ('field' in source) {
    const pnr = report.data[source.field]
    return pnr === undefined || pnr === unknownPnr ? [] : [pnr]
  }
  if ('namedByWorker' in source) return wardsOf(report)
  // Only maintenance names a row, and it has services of its own.
  if ('mirroredFrom' in source) return []
  return relativesOf(report, source)
}

type ByRelation = Exclude<
  Source,
  | { readonly newborn: true }
  | { readonly field: string }
  | { readonly namedByWorker: true }
  | { readonly mirroredFrom: string }
>

function relativesOf(report: Report, source: ByRelation): readonly string[] {
  const { before } = report
  if ('spouseOf' in source)
    return peopleOf(report, source.spouseOf).flatMap((pnr) => spouseOf(before, pnr) ?? [])
  if ('parentOf' in source)
    return peopleOf(report, source.parentOf).flatMap((pnr) => kinOf(before, pnr, source.relation))
  if ('holdersOf' in source)
    return peopleOf(report, source.holdersOf).flatMap((pnr) => holdersOf(report, pnr))
  if ('anyOf' in source)
    return source.anyOf
      .flatMap((party) => peopleOf(report, party))
      .filter((pnr) => isUnder(report, pnr, source.under))
  return childrenOf(report, source)
}

type ChildSource = Extract<Source, { readonly childrenOf: string }>

function childrenOf(
  report: Report,
  { childrenOf: parent, and, under }: ChildSource,
): readonly string[] {
  const children = (party: string): readonly string[] =>
    peopleOf(report, party).flatMap((pnr) => kinOf(report.before, pnr, 'child'))
  const others = and === undefined ? null : children(and)
  return children(parent)
    .filter((pnr) => others === null || others.includes(pnr))
    .filter((pnr) => under === undefined || isUnder(report, pnr, under))
}

const holdersOf = (report: Report, pnr: string): readonly string[] => {
  const person = report.before.find(pnr)
  if (person === undefined || !isUnder(report, pnr, 18)) return []
  return currentRows(person, 'parentalAuthority').flatMap(
    ({ columns: { holderPersonnummer, relation } }) =>
      holderPersonnummer ?? kinOf(report.before, pnr, parentByRelation[relation ?? ''] ?? ''),
  )
}

/** A parent may be named by the relation alone. */
const parentByRelation: Readonly<Record<string, string>> = { '00003': 'mother', '00004': 'father' }

/** No lookup lists the wards of a guardian; the register itself knows them. */
function wardsOf(report: Report): readonly string[] {
  const guardians = report.definition.reportedFor.flatMap((party) => peopleOf(report, party))
  const isTheirs = (person: Person): boolean =>
    currentRows(person, 'guardian').some(({ columns }) =>
      guardians.includes(columns['guardianPersonnummer'] ?? ''),
    )
  return [...report.before.all()].filter(isTheirs).map(({ pnr }) => pnr)
}

/** A widow's row still names the deceased, who is nobody's spouse any more. */
const spouseOf = (people: People, pnr: string): string | null => {
  const row = currentRow(people.find(pnr) ?? nobody, 'civilStatus')?.columns
  return ['G', 'P'].includes(row?.['civilStatus'] ?? '')
    ? (row?.['spousePersonnummer'] ?? null)
    : null
}

const nobody: Person = { pnr: '', validPnr: '', rows: [] }

export const kinOf = (people: People, pnr: string, relation: string): readonly string[] => {
  const person = people.find(pnr)
  if (person === undefined) return []
  return currentRows(person, 'kinship')
    .filter(({ columns }) => columns['relation'] === relation)
    .flatMap(({ columns }) => columns['personnummer'] ?? [])
}

export const isUnder = ({ date }: Report, pnr: string, years: number): boolean => {
  const birthDate = birthDateOf(pnr)
  return birthDate !== null && ageOn(birthDate, date) < years
}
