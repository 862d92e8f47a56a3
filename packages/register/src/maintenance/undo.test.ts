import { isDeepStrictEqual } from 'node:util'

import { catalogue } from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'
import { describe, expect, test } from 'vitest'

import { carryOut } from '../carry-out.ts'
import type { Report } from '../carry-out.ts'
import { addDays } from '../dates.ts'
import { breachesOf } from '../invariants.ts'
import { createPopulation } from '../people/population.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { column, currentRow, currentRows, isValid, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import { demoAccount } from '../sign-on.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'

const now = Date.UTC(2026, 10, 23, 12)
const today = '20261123'

const openStore = (seed: number): Store =>
  createStore(createPopulation({ population: 300, seed }, today, demoAccount), () => now)

const pick = (random: Random, people: readonly Person[]): string =>
  people[random.below(people.length)]?.pnr ?? ''

const everybody = (store: Store): readonly Person[] => [...store.all()]
const civil = (person: Person): string | null => column(person, 'civilStatus', 'civilStatus')

const homes: readonly [Fields, Fields] = [
  { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '016B' },
  { KOMKOD: '0956', VEJKOD: '9901', HUSNR: '' },
]

/** Somebody for every event; the register itself says whether the choice was good. */
const reports: Readonly<Record<string, (store: Store, random: Random) => Report>> = {
  'VIELS-I': (store, random) => {
    const free = everybody(store).filter((one) => ['U', 'F', 'E'].includes(civil(one) ?? ''))
    const keys = { PNR: pick(random, free), SPNR: pick(random, free) }
    return { service: 'VIELS-I', keys, data: { VIELSESMYN: '0851', HDTO: today } }
  },
  'NAVNA-I': (store, random) => ({
    service: 'NAVNA-I',
    keys: { PNR: pick(random, everybody(store)) },
    data: { FORNVN: 'Ny Fornavn', MELNVN: 'Mellem', EFTERNVN: 'Andet', HDTO: today },
  }),
  'ADRNVN-I': (store, random) => ({
    service: 'ADRNVN-I',
    keys: { PNR: pick(random, everybody(store)) },
    data: { ADRNVN: 'Andet,N' },
  }),
  'FLYT-I': (store, random) => ({
    service: 'FLYT-I',
    keys: { PNR: pick(random, everybody(store)) },
    data: { ...random.pick(homes), HDTO: addDays(today, -1) },
  }),
  'DOD-I': (store, random) => ({
    service: 'DOD-I',
    keys: { PNR: pick(random, everybody(store)) },
    data: { HDTO: random.pick([today, addDays(today, -2)]) },
  }),
  'ENKE-I': (store, random) => ({
    service: 'ENKE-I',
    keys: {
      PNR: pick(
        random,
        everybody(store).filter((one) => column(one, 'civilStatus', 'spouseName') !== null),
      ),
    },
    data: { HDTO: today },
  }),
  'NAVNG-I': (store, random) => ({
    service: 'NAVNG-I',
    keys: {
      PNR: pick(
        random,
        everybody(store).filter((one) => currentRows(one, 'name').length === 0),
      ),
    },
    data: { FORNVN: 'Ida', EFTERNVN: 'Nynavn' },
  }),
  'FODSEL-I': (store, random) => {
    const women = everybody(store).filter((one) => column(one, 'person', 'sex') === 'K')
    const men = everybody(store).filter((one) => column(one, 'person', 'sex') === 'M')
    const father = random.chance(0.5) ? { FPNR: pick(random, men) } : {}
    const keys = { MPNR: pick(random, women), FODT: today, KON: random.pick(['M', 'K']), ...father }
    return { service: 'FODSEL-I', keys, data: { FOEDMYNKOD: '7001' } }
  },
  'FADER-I': (store, random) => ({
    service: 'FADER-I',
    keys: {
      PNR: pick(
        random,
        everybody(store).filter((one) => currentRows(one, 'kinship').length === 1),
      ),
      FPNR: pick(
        random,
        everybody(store).filter((one) => column(one, 'person', 'sex') === 'M'),
      ),
    },
    data: { HDTO: today },
  }),
}

const undoServices: Readonly<Record<string, string>> = {
  civilStatus: 'CIV-F',
  name: 'NAVN-F',
  addressingName: 'NAVN-F',
  address: 'ADR-F',
  person: 'PNR-F',
  kinship: 'SLAEGT-F',
}

const entityOf = (service: string) =>
  catalogue
    .find((definition) => definition.service === service)
    ?.undo.steps.find(({ followOn }) => followOn === null)?.entity ?? 'person'

/** Undoes the row that the event stands for, on the person it was reported on. */
function takeBack(store: Store, service: string, pnr: string): Fields | null {
  const entity = entityOf(service)
  const person = store.find(pnr)
  const rows = person === undefined ? [] : currentRows(person, entity)
  const row = rows.toSorted((one, other) => one.save - other.save).at(-1)
  const keys = { PNR: pnr, TIMSTP: row?.timestamp ?? '' }
  return carryOut(store, { service: undoServices[entity] ?? '', keys, data: {} })
}

const validRows = (person: Person) => person.rows.filter(isValid)

/** Everybody as they are now: people are never changed in place. */
const worldOf = (store: Store) => new Map(everybody(store).map((one) => [one.pnr, one]))

/** People whose valid rows are not what they were; somebody new counts too. */
const changed = (before: ReadonlyMap<string, Person>, store: Store) =>
  everybody(store).filter((one) => {
    const was = before.get(one.pnr)
    return was !== one && !isDeepStrictEqual(was && validRows(was), validRows(one))
  })

const breaches = (store: Store, people = everybody(store)) =>
  people.flatMap((person) => breachesOf(person, store))

describe.each(Object.keys(reports))('%s', (service) => {
  test('report and undo leave every valid row as before', () => {
    const store = openStore(11)
    const random = createRandom(17)
    let done = 0
    for (let attempt = 0; attempt < 400 && done < 12; attempt += 1) {
      const before = worldOf(store)
      const output = carryOut(store, reports[service]?.(store, random) ?? never())
      if (output === null) continue
      done += 1
      expect(breaches(store, changed(before, store))).toEqual([])
      const pnr = output['PNR'] ?? ''
      expect(takeBack(store, service, pnr)).not.toBeNull()
      const isNewborn = !before.has(pnr)
      expect(changed(before, store).map((one) => one.pnr)).toEqual(isNewborn ? [pnr] : [])
    }
    expect(done).toBeGreaterThan(0)
    expect(breaches(store)).toEqual([])
  })
})

const never = (): never => {
  throw new Error('this cannot happen here')
}

test('a year of mixed updates keeps every invariant', { timeout: 60_000 }, () => {
  const store = openStore(5)
  const random = createRandom(23)
  const kinds = Object.values(reports)
  let done = 0
  for (let attempt = 0; attempt < 900; attempt += 1) {
    const make = kinds[random.below(kinds.length)] ?? never()
    if (carryOut(store, make(store, random)) !== null) done += 1
  }
  expect(done).toBeGreaterThan(100)
  expect(breaches(store)).toEqual([])
})

test('an annulled number is kept and never given again', () => {
  const store = openStore(3)
  const birth = {
    service: 'FODSEL-I',
    keys: { MPNR: '1306814172', FODT: today, KON: 'M' },
    data: { FOEDMYNKOD: '7001' },
  }
  const first = carryOut(store, birth)?.['PNR'] ?? ''
  expect(takeBack(store, 'FODSEL-I', first)).not.toBeNull()
  expect(statusOf(store.find(first) ?? never())).toBe('30')
  expect(
    currentRow(store.find('1306814172') ?? never(), 'kinship')?.columns['personnummer'],
  ).not.toBe(first)
  expect(carryOut(store, birth)?.['PNR']).not.toBe(first)
})
