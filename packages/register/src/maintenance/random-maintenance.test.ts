import type { Entity } from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { addDays, isRealDate } from '../dates.ts'
import { breachesOf } from '../invariants.ts'
import { createPopulation } from '../people/population.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { isValid } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import { demoAccount } from '../sign-on.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'
import { callOf, judged } from '../updates/calls.ts'
import { findUpdateService } from '../updates/services.ts'

/** Whatever row somebody corrects, undoes or reports late, the rows of everybody stay a whole. */

const kinds: Readonly<Partial<Record<Entity, string>>> = {
  address: 'ADR',
  civilStatus: 'CIV',
  church: 'FKIRKE',
  name: 'NAVN',
  citizenship: 'STATB',
  separation: 'SEP',
  kinship: 'SLAEGT',
  person: 'PNR',
  disappearance: 'FORSV',
  migration: 'UDIND',
  protection: 'PERS',
  guardianship: 'PERS',
  guardian: 'PERS',
  election: 'PERS',
  relocationOrder: 'ADR',
  sharedResidence: 'DELTBO',
}

const content: Readonly<Record<string, Fields>> = {
  ADR: { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '042' },
  CIV: {},
  FKIRKE: { FKIRK: 'U' },
  NAVN: { FORNVN: 'Ret', EFTERNVN: 'Navn' },
  STATB: { LANDEKOD: '5120' },
  PNR: { KON: 'K' },
}

interface Told {
  readonly service: string
  readonly keys: Fields
  readonly data: Fields
}

interface Picked {
  readonly person: Person
  readonly row: StoredRow
  readonly kind: string
}

function pickRow(store: Store, random: Random): Picked | null {
  const people = [...store.all()]
  const person = people[random.below(people.length)]
  const rows = (person?.rows ?? []).filter((row) => isValid(row) && row.entity in kinds)
  const row = rows[random.below(rows.length)]
  const kind = row && kinds[row.entity]
  return person && row && kind !== undefined ? { person, row, kind } : null
}

const moved = (date: string, random: Random): string =>
  isRealDate(date) ? addDays(date, random.below(400) - 200) : date

function callFor({ person, row, kind }: Picked, random: Random): Told {
  const [PNR, TIMSTP] = [person.pnr, row.timestamp]
  const start = `${moved(row.start, random)}0000`
  const end = row.end === null ? {} : { SLUTDATO: `${moved(row.end, random)}0000` }
  const calls: readonly [Told, ...Told[]] = [
    { service: `${kind}-F`, keys: { PNR, TIMSTP }, data: {} },
    { service: `${kind}-R`, keys: { PNR, TIMSTP }, data: { ...content[kind], STARTDATO: start } },
    { service: `${kind}-R`, keys: { PNR, TIMSTP }, data: { STARTDATO: start, ...end } },
    { service: `${kind}-T`, keys: { PNR }, data: { ...content[kind], STARTDATO: start, ...end } },
  ]
  return random.pick(calls)
}

test.each([1, 2, 3])('random maintenance of seed %i leaves a whole', (seed) => {
  const image = createPopulation({ population: 250, seed }, '20261123', demoAccount)
  const store = createStore(image, () => Date.UTC(2026, 10, 23, 12))
  const random = createRandom(seed * 31)
  const done: Record<string, number> = {}
  for (let turn = 0; turn < 1500; turn += 1) {
    const picked = pickRow(store, random)
    if (picked === null) continue
    const { service: id, keys, data } = callFor(picked, random)
    const service = findUpdateService(id)
    if (service === undefined) continue
    const call = callOf(store, { keys, data, authority: '0001' })
    if (judged(service, call).length > 0) continue
    const { change } = service.write(call)
    store.keep(change)
    done[id] = (done[id] ?? 0) + 1
    const breaches = (change.people ?? []).flatMap((person) => breachesOf(person, store))
    expect({ id, columns: picked.row.columns, data, breaches }).toMatchObject({ breaches: [] })
  }
  expect(done['PNR-R']).toBeGreaterThan(0)
  expect(Object.keys(done).length).toBeGreaterThan(8)
  const everybody = [...store.all()]
  expect(everybody.flatMap((person) => breachesOf(person, store))).toEqual([])
})
