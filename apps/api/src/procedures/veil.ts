import type { ServiceDescription } from '@sagsgang/gctp'

import type { RegisterFieldView } from '../register-view.ts'

/** What of a protected person is kept back: name and address, as the register itself keeps them from whoever may not see. */

type Said = Pick<RegisterFieldView, 'code' | 'value'>

export const protectionMarks: readonly string[] = ['BESKYT', 'ADRBESKYT']
const protectionType = 'CBSK_TYP'
const nameAndAddress = '00001'

const numbers = ['PNR', 'PNR_FOEDDATO']

const valueOf = (fields: readonly Said[], code: string): string =>
  fields.find((field) => field.code === code)?.value.trim() ?? ''

/** The number of the person whom fields are about; empty where they name nobody. */
export const numberIn = (fields: readonly Said[]): string =>
  numbers.map((code) => valueOf(fields, code)).find((value) => value !== '') ?? ''

/** Whether fields are about a person who is marked as protected. A list of protections marks nobody. */
export const isMarked = (fields: readonly Said[]): boolean =>
  protectionMarks.some((code) => valueOf(fields, code) !== '') ||
  (numberIn(fields) !== '' && valueOf(fields, protectionType) === nameAndAddress)

const kept: ReadonlySet<string> = new Set([
  ...protectionMarks,
  ...numbers,
  protectionType,
  'FAMMRK',
])

/** One among many is shown as protected, by number, and by how they belong to whoever was looked up. */
export const withoutRest = <T extends Said>(fields: readonly T[]): readonly T[] =>
  fields.filter(({ code }) => kept.has(code))

const lines = (stem: string): readonly string[] => [1, 2, 3, 4, 5].map((line) => `${stem}${line}`)

const veiled: ReadonlySet<string> = new Set([
  'ADRNVN',
  'CNVN_ADRNVN',
  'CNVN_EFTERNVN',
  'CNVN_FORNVN',
  'CNVN_MELNVN',
  'BNR',
  'BYNVN',
  'CONVN',
  'CPSN_POSTDISTTXT',
  'CPST_POSTNR',
  'ETAGE',
  'HUSNR',
  'KOMKOD',
  'LOKALITET',
  'POSTNR',
  'SIDEDOER',
  'STADR',
  'UDRLANDEKOD',
  'UDR_LANDEKOD',
  'VEJADRNVN',
  'VEJKOD',
  ...lines('CATX_ADR'),
  ...lines('UDLANDSADR'),
])

/** Whether fields tell where somebody is or what they are called. */
export const tellsWho = (fields: readonly Said[]): boolean =>
  fields.some(({ code, value }) => veiled.has(code) && value.trim() !== '')

/** The same fields, those that tell who and where without value. */
export const withVeil = (fields: readonly RegisterFieldView[]): readonly RegisterFieldView[] =>
  fields.map((field) =>
    veiled.has(field.code) ? { ...field, value: '', text: null, meaning: null } : field,
  )

/** Whether a service says of the person looked up whether they are protected. */
export const marksItsPerson = ({ output }: Pick<ServiceDescription, 'output'>): boolean =>
  output.some(({ code }) => code === 'BESKYT')

/** Whether it may tell who or where they are without saying so. */
export const mayTellUnmarked = (service: Pick<ServiceDescription, 'output'>): boolean =>
  !marksItsPerson(service) && service.output.some(({ code }) => veiled.has(code))
