import { findDefinition } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'

/** The kinds of data that can be corrected, undone and reported late, and the wire codes of their columns. */
export interface DataType {
  /** What the three services' ids begin with. */
  readonly prefix: string
  readonly id: string
  readonly entities: readonly Entity[]
  readonly columns: Readonly<Record<string, string>>
  /** Codes that are only sent together: then those left out are empty. */
  readonly whole: readonly string[]
  /** Codes that together say one thing: where one of them is sent, those left out are empty. */
  readonly lines?: readonly string[]
  /** Codes of its own for the ends of the period, beside those that all have. */
  readonly dates?: Readonly<Record<string, 'STARTDATO' | 'SLUTDATO'>>
}

/** A house, wherever a row names one. */
const houseColumns = {
  KOMKOD: 'municipalityCode',
  VEJKOD: 'streetCode',
  HUSNR: 'houseNumber',
  ETAGE: 'floor',
  SIDEDOER: 'door',
  BNR: 'buildingNumber',
}

export const dataTypes: readonly DataType[] = [
  {
    prefix: 'ADR',
    id: 'address',
    entities: ['address', 'supplementaryAddress', 'contactAddress', 'relocationOrder'],
    columns: {
      ...houseColumns,
      CONVN: 'careOf',
    },
    whole: ['KOMKOD', 'VEJKOD'],
  },
  {
    prefix: 'CIV',
    id: 'civil-status',
    entities: ['civilStatus'],
    columns: { CIVST: 'civilStatus', AEGTEPNR: 'spousePersonnummer' },
    whole: [],
  },
  {
    prefix: 'DELTBO',
    id: 'shared-residence',
    entities: ['sharedResidence'],
    columns: houseColumns,
    whole: ['KOMKOD', 'VEJKOD'],
  },
  {
    prefix: 'FKIRKE',
    id: 'church',
    entities: ['church'],
    columns: { FKIRK: 'churchRelation' },
    whole: [],
  },
  {
    prefix: 'FORSV',
    id: 'disappearance',
    entities: ['disappearance'],
    columns: {},
    whole: [],
    dates: { FORSVINDDATO: 'STARTDATO', GENFINDDATO: 'SLUTDATO' },
  },
  {
    prefix: 'FODSTD',
    id: 'birth-registration',
    entities: ['birthRegistration'],
    columns: { FOEDMYNKOD: 'birthAuthority', FOEDMYNTXT: 'birthPlace' },
    whole: [],
  },
  {
    prefix: 'KOMFOR',
    id: 'municipal',
    entities: ['municipalCondition', 'note'],
    columns: { KOMFORHTYP: 'conditionType', KOMFORHKOD: 'conditionCode', BEMAERK: 'comment' },
    whole: [],
  },
  {
    prefix: 'NAVN',
    id: 'name',
    entities: ['name', 'addressingName'],
    columns: {
      FORNVN: 'firstNames',
      MELNVN: 'middleName',
      EFTERNVN: 'lastName',
      ADRNVN: 'addressingName',
    },
    whole: ['FORNVN', 'EFTERNVN'],
  },
  {
    prefix: 'PNR',
    id: 'personnummer',
    entities: ['person'],
    columns: { NYTPNR: 'newPersonnummer', FODT: 'birthDate', KON: 'sex' },
    whole: [],
  },
  {
    prefix: 'PERS',
    id: 'person-other',
    entities: ['protection', 'guardianship', 'guardian', 'election', 'alienNumber', 'person'],
    columns: { STILLING: 'occupation', FOEDDATO: 'birthDate' },
    whole: [],
  },
  { prefix: 'SEP', id: 'separation', entities: ['separation'], columns: {}, whole: [] },
  {
    prefix: 'SLAEGT',
    id: 'kinship',
    entities: ['kinship', 'parentalAuthority'],
    columns: { MORPNR: 'personnummer', FARPNR: 'personnummer' },
    whole: [],
  },
  {
    prefix: 'STATB',
    id: 'citizenship',
    entities: ['citizenship'],
    columns: { LANDEKOD: 'country' },
    whole: [],
  },
  {
    prefix: 'UDIND',
    id: 'migration',
    entities: ['migration'],
    columns: {
      UDRLANDEKOD: 'departureCountry',
      INDRLANDEKOD: 'entryCountry',
      UDLANDSADR1: 'line1',
      UDLANDSADR2: 'line2',
      UDLANDSADR3: 'line3',
      UDLANDSADR4: 'line4',
      UDLANDSADR5: 'line5',
    },
    whole: [],
    lines: [1, 2, 3, 4, 5].map((line) => `UDLANDSADR${line}`),
    dates: { UDRDATO: 'STARTDATO', INDRDATO: 'SLUTDATO' },
  },
]

export type Operation = 'correct' | 'undo' | 'report'

/** The code an operation leaves in the stream of updates; what no public list names has one of ours. */
const codes: Readonly<Record<string, Readonly<Record<Operation, string>>>> = {
  address: { correct: 'A09', undo: 'A10', report: 'Z51' },
  'civil-status': { correct: 'A24', undo: 'A25', report: 'Z52' },
  church: { correct: 'Z41', undo: 'P56', report: 'Z54' },
  name: { correct: 'A16', undo: 'A17', report: 'Z58' },
  personnummer: { correct: 'P03', undo: 'A40', report: 'Z59' },
  separation: { correct: 'P48', undo: 'P49', report: 'Z61' },
  kinship: { correct: 'A38', undo: 'Z32', report: 'Z62' },
  citizenship: { correct: 'Z43', undo: 'A29', report: 'Z63' },
  migration: { correct: 'A08', undo: 'A10', report: 'Z64' },
}

const ours = { correct: 'Z40', undo: 'Z30', report: 'Z20' }

export const operationId = (type: DataType, operation: Operation, isFormer: boolean): string =>
  `${type.id}.${operation}-${isFormer ? 'former' : 'current'}`

/** The catalogue's own code where it has one: whoever reads back looks for that. */
export const codeFor = (type: DataType, operation: Operation, isFormer: boolean): string =>
  findDefinition(operationId(type, operation, isFormer))?.eventCodes[0] ??
  (codes[type.id] ?? ours)[operation]
