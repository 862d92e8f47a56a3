import { addressingNameFrom } from '../addressing-name.ts'
import type { Draft } from '../draft.ts'
import { sexOf } from '../personnummer.ts'
import { isValid } from '../rows.ts'
import { setStatus } from './life.ts'
import type { Names } from './life.ts'
import type { Scribe } from './scribe.ts'

/** Numbers that were given without a home here, and numbers that were given up. */

export interface Purpose {
  readonly service: string
  readonly code: string
  /** The fictive municipality that gives the number and that it stands under. */
  readonly municipality: string
}

export const purposes: readonly [Purpose, ...Purpose[]] = [
  { service: 'PNRSKT-I', code: 'Z01', municipality: '0011' },
  { service: 'PNRATP-I', code: 'Z02', municipality: '0012' },
  { service: 'PNRADM-I', code: 'Z03', municipality: '0019' },
]

export interface Assignment {
  readonly pnr: string
  readonly birthDate: string
  readonly on: string
  readonly names: Names
  readonly country: string
}

const emptyHome = {
  streetCode: null,
  houseNumber: null,
  floor: null,
  door: null,
  buildingNumber: null,
  careOf: null,
}

const unmarried = {
  civilStatus: 'U',
  spousePersonnummer: null,
  spouseName: null,
  spouseBirthDate: null,
  authority: null,
}

function writeAssigned(draft: Draft, given: Assignment, municipalityCode: string): void {
  const { pnr, birthDate, on: start, names, country } = given
  const name = { firstNames: names.first, middleName: names.middle ?? null, lastName: names.last }
  const rows = [
    { entity: 'address', columns: { ...emptyHome, municipalityCode } },
    { entity: 'name', columns: name },
    { entity: 'addressingName', columns: { addressingName: addressingNameFrom(name) } },
    { entity: 'citizenship', columns: { country } },
    { entity: 'civilStatus', columns: unmarried },
    { entity: 'church', columns: { churchRelation: 'U' } },
  ] as const
  draft.create(pnr)
  draft.append(pnr, {
    entity: 'person',
    columns: {
      status: '20',
      statusDate: start,
      sex: sexOf(pnr),
      birthDate,
      birthDateUncertain: null,
      occupation: null,
    },
    start,
  })
  for (const row of rows) draft.append(pnr, { ...row, start })
}

export function assigned(scribe: Scribe, given: Assignment, purpose: Purpose): void {
  const { service, code, municipality: authority } = purpose
  const { pnr: created, on } = given
  scribe.write({ on, service, code, standsFor: 'person', authority, created }, (draft) =>
    writeAssigned(draft, given, authority),
  )
}

export interface Closing {
  readonly dead: string
  readonly valid: string
  /** 50 deleted as a double, 60 changed. */
  readonly status: '50' | '60'
  readonly on: string
}

const closingCodes = { '50': 'P02', '60': 'P03' } as const

/** A number that is dead keeps nothing but its end and the way to the valid one. */
export function closed(scribe: Scribe, { dead, valid, status, on }: Closing): void {
  const code = closingCodes[status]
  const act = { on, service: 'PNR-R', code, standsFor: null, authority: '0001' }
  scribe.write(act, (draft) => {
    for (const row of draft.find(dead)?.rows ?? [])
      if (row.entity !== 'person') draft.change(dead, row, { end: on })
    setStatus(draft, dead, status, on)
    draft.redirect(dead, valid)
  })
}

/** A birth that never was: its rows are marked, and the number is nobody's. */
export function annulled(scribe: Scribe, pnr: string, on: string): void {
  const act = { on, service: 'PNR-F', code: 'A40', standsFor: null, authority: '7001' }
  scribe.write(act, (draft) => {
    for (const row of draft.find(pnr)?.rows ?? [])
      if (row.entity !== 'person' && isValid(row))
        draft.change(pnr, row, { mark: 'A', end: row.start })
    setStatus(draft, pnr, '30', on)
  })
}
