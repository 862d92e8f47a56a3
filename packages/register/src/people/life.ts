import { addressingNameFrom } from '../addressing-name.ts'
import type { Draft } from '../draft.ts'
import { residenceStatus } from '../geography.ts'
import { sexOf } from '../personnummer.ts'
import { column, currentRow } from '../rows.ts'
import type { Columns } from '../rows.ts'
import type { Act, Scribe } from './scribe.ts'

/** The events that a seeded life is made of, written as the register writes them. */

export interface Home {
  readonly municipalityCode: string
  readonly streetCode: string
  readonly houseNumber: string | null
  readonly floor?: string
  readonly door?: string
}

export interface Names {
  readonly first: string
  readonly middle?: string
  readonly last: string
}

export interface Birth {
  readonly pnr: string
  readonly birthDate: string
  readonly mother?: string
  readonly father?: string
  /** Without a home the number comes without residence. */
  readonly home?: Home
  readonly country?: string
}

const parish = '7001'

const homeColumns = (home: Home): Columns => ({
  municipalityCode: home.municipalityCode,
  streetCode: home.streetCode,
  houseNumber: home.houseNumber,
  floor: home.floor ?? null,
  door: home.door ?? null,
  buildingNumber: null,
  careOf: null,
})

function writeNewborn(draft: Draft, birth: Birth): void {
  const { pnr, home, birthDate: start } = birth
  const append = (entity: Parameters<Draft['append']>[1]['entity'], columns: Columns): void =>
    void draft.append(pnr, { entity, columns, start })
  draft.create(pnr)
  append('person', {
    status: home ? residenceStatus(home.municipalityCode, home.streetCode) : '20',
    statusDate: start,
    sex: sexOf(pnr),
    birthDate: start,
    birthDateUncertain: null,
    occupation: null,
  })
  if (home) append('address', homeColumns(home))
  append('civilStatus', {
    civilStatus: 'U',
    spousePersonnummer: null,
    spouseName: null,
    spouseBirthDate: null,
    authority: null,
  })
  append('citizenship', { country: birth.country ?? '5100' })
  append('church', { churchRelation: 'A' })
  append('birthRegistration', { birthAuthority: parish, birthPlace: 'Sankt Ansgars sogn' })
}

const kin = (personnummer: string, relation: string): Columns => ({
  relation,
  personnummer,
  name: null,
  birthDate: null,
})

function linkParent(
  draft: Draft,
  parties: { readonly child: string; readonly parent: string },
  relation: 'mother' | 'father',
  start: string,
): void {
  const { child, parent } = parties
  draft.append(child, { entity: 'kinship', columns: kin(parent, relation), start })
  draft.append(parent, {
    entity: 'kinship',
    columns: kin(child, 'child'),
    start,
    derivedMark: relation === 'mother' ? 'MO' : 'FA',
  })
}

export function born(scribe: Scribe, birth: Birth): void {
  const code = birth.father === undefined ? 'A36' : 'A51'
  const { pnr: child, birthDate: on, mother, father } = birth
  const by = { service: 'FODSEL-I', authority: parish, created: child } as const
  const act: Act = { ...by, on, code, standsFor: 'person' }
  scribe.write(act, (draft) => {
    writeNewborn(draft, birth)
    if (mother !== undefined) linkParent(draft, { child, parent: mother }, 'mother', on)
    if (father !== undefined) linkParent(draft, { child, parent: father }, 'father', on)
  })
}

/** Authority over a child: the mother's, and the other parent's when they hold it together. */
export function givenHolders(scribe: Scribe, child: string, on: string, holders: Columns): void {
  const act: Act = {
    on,
    service: 'FORMYN-I',
    code: 'P40',
    standsFor: 'parentalAuthority',
    authority: '1301',
  }
  scribe.write(act, (draft) => {
    for (const [relation, holderPersonnummer] of Object.entries(holders))
      draft.append(child, {
        entity: 'parentalAuthority',
        columns: { relation, holderPersonnummer },
        start: on,
      })
  })
}

export function named(scribe: Scribe, pnr: string, on: string, names: Names): void {
  const first = scribe.find(pnr)
  const isNaming = first === undefined || currentRow(first, 'name') === undefined
  const act: Act = {
    on,
    service: isNaming ? 'NAVNG-I' : 'NAVNA-I',
    code: isNaming ? 'A14' : 'A13',
    standsFor: 'name',
    authority: parish,
  }
  scribe.write(act, (draft) => {
    const columns = {
      firstNames: names.first,
      middleName: names.middle ?? null,
      lastName: names.last,
    }
    draft.replace(pnr, { entity: 'name', columns, start: on })
    const addressingName = addressingNameFrom(columns)
    const person = draft.find(pnr)
    const current = person && currentRow(person, 'addressingName')
    if (current) draft.change(pnr, current, { columns: { addressingName }, start: on })
    else draft.append(pnr, { entity: 'addressingName', columns: { addressingName }, start: on })
  })
}

export function baptised(scribe: Scribe, pnr: string, on: string): void {
  const act: Act = { on, service: 'FKIRKE-I', code: 'A34', standsFor: 'church', authority: parish }
  scribe.write(act, (draft) => {
    draft.replace(pnr, { entity: 'church', columns: { churchRelation: 'F' }, start: on })
  })
}

export function moved(scribe: Scribe, pnr: string, on: string, home: Home): void {
  const { municipalityCode: authority } = home
  const act: Act = { on, service: 'FLYT-I', code: 'A01', standsFor: 'address', authority }
  scribe.write(act, (draft) => {
    draft.replace(pnr, { entity: 'address', columns: homeColumns(home), start: on })
    setStatus(draft, pnr, residenceStatus(home.municipalityCode, home.streetCode), on)
  })
}

export function setStatus(draft: Draft, pnr: string, status: string, on: string): void {
  const person = draft.find(pnr)
  const row = person && currentRow(person, 'person')
  if (!row || row.columns['status'] === status) return
  draft.change(pnr, row, { columns: { ...row.columns, status, statusDate: on } })
}

export function departed(scribe: Scribe, pnr: string, on: string, country: string): void {
  const act: Act = {
    on,
    service: 'UDREJ-I',
    code: 'A06',
    standsFor: 'migration',
    authority: municipalityOf(scribe, pnr),
  }
  scribe.write(act, (draft) => {
    endAddress(draft, pnr, on)
    const lines = { line1: 'Strandvägen 12', line2: 'SE-211 20 Malmö', line3: null, line4: null }
    draft.append(pnr, {
      entity: 'migration',
      columns: { departureCountry: country, entryCountry: null, ...lines, line5: null },
      start: on,
    })
    setStatus(draft, pnr, '80', on)
  })
}

export function disappeared(scribe: Scribe, pnr: string, on: string): void {
  const authority = municipalityOf(scribe, pnr)
  const act: Act = { on, service: 'FORSV-I', code: 'A02', standsFor: 'disappearance', authority }
  scribe.write(act, (draft) => {
    endAddress(draft, pnr, on)
    draft.append(pnr, { entity: 'disappearance', columns: {}, start: on })
    setStatus(draft, pnr, '70', on)
  })
}

export function endAddress(draft: Draft, pnr: string, on: string): void {
  const person = draft.find(pnr)
  const row = person && currentRow(person, 'address')
  if (row) draft.change(pnr, row, { end: on })
}

export function protectedFrom(scribe: Scribe, pnr: string, on: string): void {
  const authority = municipalityOf(scribe, pnr)
  const act: Act = { on, service: 'BESKYT-I', code: 'A33', standsFor: 'protection', authority }
  scribe.write(act, (draft) => {
    for (const protectionType of ['00001', '00002'])
      draft.append(pnr, {
        entity: 'protection',
        columns: { protectionType },
        start: on,
        end: null,
      })
  })
}

export function municipalityOf(scribe: Scribe, pnr: string): string {
  const person = scribe.find(pnr)
  return (person && column(person, 'address', 'municipalityCode')) ?? '0851'
}
