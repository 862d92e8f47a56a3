import type { Entity, RegisterRow } from '../entities.ts'
import { birthDateOf, sexOf } from '../pnr.ts'
import type { PersonView, RegisterView } from '../register-view.ts'

/** Fictitious people for this package's tests, made of the rows that a test is about. */

type RowDetail = Partial<Pick<RegisterRow, 'start' | 'end' | 'mark' | 'timestamp'>>

export function row(
  entity: Entity,
  columns: Readonly<Record<string, string | null>> = {},
  detail: RowDetail = {},
): RegisterRow {
  return {
    entity,
    columns,
    start: '20000101',
    startUncertain: false,
    end: null,
    mark: null,
    timestamp: '20000101120000000001',
    ...detail,
  }
}

export function aPerson(pnr: string, detail: Partial<PersonView> = {}): PersonView {
  const status = detail.status ?? '01'
  return {
    pnr,
    validPnr: pnr,
    sex: sexOf(pnr),
    birthDate: birthDateOf(pnr),
    waiting: false,
    protected: false,
    addressingName: null,
    asOf: '20261123',
    ...detail,
    status,
    rows: [row('person', { status }), ...(detail.rows ?? [])],
  }
}

export function viewOf(...people: readonly PersonView[]): RegisterView {
  return {
    people: Object.fromEntries(people.map((person) => [person.pnr, person])),
    roads: {
      '0851-8511': {
        municipalityCode: '0851',
        streetCode: '8511',
        name: 'Svinget',
        firstHouseNumber: '001',
        lastHouseNumber: '099',
      },
    },
    households: {},
    matches: {},
  }
}

export function withPerson(view: RegisterView, person: PersonView): RegisterView {
  return { ...view, people: { ...view.people, [person.pnr]: person } }
}

export const home = {
  municipalityCode: '0851',
  streetCode: '8513',
  houseNumber: '017',
  floor: null,
  door: null,
  buildingNumber: null,
  careOf: null,
}

export function kin(relation: 'mother' | 'father' | 'child', personnummer: string): RegisterRow {
  return row('kinship', { relation, personnummer, name: null, birthDate: null })
}

export function holds(relation: '00003' | '00004', holderPersonnummer: string): RegisterRow {
  return row('parentalAuthority', { relation, holderPersonnummer })
}

export function civil(
  civilStatus: string,
  spousePersonnummer: string | null = null,
  detail: RowDetail = {},
): RegisterRow {
  return row('civilStatus', { civilStatus, spousePersonnummer, authority: null }, detail)
}

export function named(firstNames: string, lastName: string): readonly RegisterRow[] {
  return [
    row('name', { firstNames, middleName: null, lastName }),
    row('addressingName', { addressingName: `${lastName},${firstNames}` }),
  ]
}
