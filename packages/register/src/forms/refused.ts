import type { Fields } from '@sagsgang/gctp'

import { createPopulation } from '../people/population.ts'
import { createRandom } from '../random.ts'
import type { RulingName } from '../receipts.ts'
import { column } from '../rows.ts'
import type { Person } from '../rows.ts'
import { demoAccount } from '../sign-on.ts'
import { createStore } from '../store.ts'
import { callOf, judged, keyFaults } from '../updates/calls.ts'
import { findUpdateService } from '../updates/services.ts'
import type { Call } from '../updates/update-service.ts'
import { adult, civil, minor, pnrOf } from './forming.ts'
import type { Forming } from './forming.ts'

/** A register to be refused by, and the people to be refused with. */

export const today = '20261123'

export const store = createStore(
  createPopulation({ population: 300, seed: 5 }, today, demoAccount),
  () => Date.UTC(2026, 10, 23, 12),
)

export const forming: Forming = { store, random: createRandom(3), today }

type Is = (person: Person) => boolean

export const someone = (...is: readonly Is[]): string => pnrOf(forming, ...is)
export const grown = adult(forming)
export const child = minor(forming)

export const spouseOf = (pnr: string): string => {
  const person = store.find(pnr)
  return (person && column(person, 'civilStatus', 'spousePersonnummer')) ?? ''
}

export const married: Is = (person) => civil('G')(person) && spouseOf(person.pnr) !== ''
export const danish: Is = (person) => column(person, 'citizenship', 'country') === '5100'
export const hasFather: Is = ({ rows }) =>
  rows.some(({ columns }) => columns['relation'] === 'father')
export const hasNoFather: Is = (person) => !hasFather(person)

export const home = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '016' }

export interface Refused {
  readonly what: string
  readonly service: string
  readonly keys: Fields
  readonly data?: Fields
  readonly tables?: Call['tables']
  readonly ruling: RulingName
}

/** What is wrong with a call whose keys are right. */
export function rulingsOn({
  service: id,
  keys,
  data = {},
  tables = {},
}: Refused): readonly string[] {
  const service = findUpdateService(id)
  if (service === undefined) throw new Error(`no service ${id}`)
  const call = callOf(store, { keys, data, tables, authority: '0001' })
  const wrongKeys = keyFaults(service, call).map(({ field }) => field)
  if (wrongKeys.length > 0) throw new Error(`nobody is named by ${wrongKeys.join(', ')}`)
  return judged(service, call).map(({ ruling }) => ruling)
}
