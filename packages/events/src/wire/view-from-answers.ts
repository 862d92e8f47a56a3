import type { FieldValues, Role } from '@sagsgang/gctp'

import type { Match, PersonView, RegisterView, RoadView } from '../register-view.ts'
import type { Query } from './queries.ts'
import { joinedRows, rowsFromAnswer } from './rows.ts'

export interface Answered {
  readonly query: Query
  /** Null: the register knows no such person, road or home. */
  readonly roles: readonly Role[] | null
}

/** What a round of lookups showed on a day. */
export function viewFromAnswers(answers: readonly Answered[], today: string): RegisterView {
  const people = Object.groupBy(
    answers.filter(({ query }) => query.of === 'person'),
    ({ query }) => query.subject,
  )
  return {
    people: Object.fromEntries(
      Object.entries(people).map(([pnr, about]) => [
        pnr,
        personFromAnswers(pnr, about ?? [], today),
      ]),
    ),
    roads: entriesOf(answers, 'road', roadFromRoles),
    households: entriesOf(answers, 'household', householdFromRoles),
    matches: entriesOf(answers, 'search', matchesFromRoles),
  }
}

/** What is seen later stands over what was seen before. */
export function mergeViews(earlier: RegisterView, later: RegisterView): RegisterView {
  return {
    people: { ...earlier.people, ...later.people },
    roads: { ...earlier.roads, ...later.roads },
    households: { ...earlier.households, ...later.households },
    matches: { ...earlier.matches, ...later.matches },
  }
}

function entriesOf<T>(
  answers: readonly Answered[],
  of: Query['of'],
  read: (roles: readonly Role[] | null, subject: string) => T,
): Readonly<Record<string, T>> {
  const about = answers.filter(({ query }) => query.of === of)
  return Object.fromEntries(
    about.map(({ query, roles }) => [query.subject, read(roles, query.subject)]),
  )
}

function personFromAnswers(
  pnr: string,
  answers: readonly Answered[],
  today: string,
): PersonView | null {
  const base = answers.find(({ query }) => query.service === 'STAM')?.roles
  if (!base) return null
  const fields = base[0]?.blocks['STAMPNR'] ?? base[0]?.fields ?? {}
  const rows = joinedRows(
    answers.flatMap(({ query, roles }) => (roles ? rowsFromAnswer(query.service, roles) : [])),
  )
  return {
    pnr,
    validPnr: valueOf(fields, 'PNRGAELD') || pnr,
    status: valueOf(fields, 'STATUS'),
    sex: valueOf(fields, 'KOEN') === 'M' ? 'M' : 'K',
    birthDate: valueOf(fields, 'FOEDDATO'),
    waiting: valueOf(fields, 'I_VENT_MRK') !== '',
    protected: valueOf(fields, 'BESKYT') !== '',
    addressingName: valueOf(fields, 'ADRNVN') || null,
    asOf: today,
    rows,
  }
}

function roadFromRoles(roles: readonly Role[] | null): RoadView | null {
  const fields = roles?.flatMap(rowsOf).find((row) => valueOf(row, 'SLUTDATO') === '')
  if (!fields) return null
  return {
    municipalityCode: valueOf(fields, 'KOMKOD'),
    streetCode: valueOf(fields, 'VEJKOD'),
    name: valueOf(fields, 'VEJADRNVN') || valueOf(fields, 'VEJNVN'),
    // A road that states no house numbers takes them all.
    firstHouseNumber: valueOf(fields, 'HUSNRFRA').trim() || '001',
    lastHouseNumber: valueOf(fields, 'HUSNRTIL').trim() || '999Å',
  }
}

/** A search without floor or door finds the whole house; people who left carry an end. */
function householdFromRoles(roles: readonly Role[] | null, subject: string): readonly string[] {
  const [, , , floor = '', door = ''] = subject.split('-')
  const present = (roles ?? [])
    .flatMap(rowsOf)
    .filter((row) => valueOf(row, 'SLUTDATO') === '' && valueOf(row, 'AKM') === '')
    .filter((row) => valueOf(row, 'ETAGE') === floor && valueOf(row, 'SIDEDOER').trim() === door)
  return [...new Set(present.map((row) => valueOf(row, 'PNR')).filter((pnr) => pnr !== ''))]
}

/** The number may stand under several names: the first is enough. */
function matchesFromRoles(roles: readonly Role[] | null): readonly Match[] {
  const found = (roles ?? []).flatMap(rowsOf).map((row) => ({
    pnr: valueOf(row, 'PNR'),
    addressingName: valueOf(row, 'CNVN_ADRNVN'),
    status: valueOf(row, 'CNVN_STATUS'),
  }))
  return [...Map.groupBy(found, ({ pnr }) => pnr).values()].flatMap(([match]) => match ?? [])
}

function rowsOf(role: Role): readonly FieldValues[] {
  return role.tables.flatMap((table) =>
    table.rows.filter((row) => row.use === null).map((row) => row.fields),
  )
}

function valueOf(fields: FieldValues, code: string): string {
  return fields[code]?.value ?? ''
}
