import type { Fields } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { breachesOf } from '../invariants.ts'
import { createPopulation } from '../people/population.ts'
import { createRandom } from '../random.ts'
import { currentRow, isValid } from '../rows.ts'
import type { Person } from '../rows.ts'
import { demoAccount } from '../sign-on.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'
import { callOf, judged } from '../updates/calls.ts'
import { findUpdateService } from '../updates/services.ts'

/** Whoever changes number, everybody's rows stay a whole, and are what they were once it is taken back. */

const today = '20261123'

const storeOf = (seed: number): Store =>
  createStore(createPopulation({ population: 250, seed }, today, demoAccount), () =>
    Date.UTC(2026, 10, 23, 12),
  )

const own = (person: Person) => currentRow(person, 'person')

function report(store: Store, id: string, pnr: string, data: Fields): string | null {
  const service = findUpdateService(id)
  const person = store.find(pnr)
  const TIMSTP = (person && own(person)?.timestamp) ?? ''
  const call = callOf(store, { keys: { PNR: pnr, TIMSTP }, data, authority: '0001' })
  if (service === undefined || judged(service, call).length > 0) return null
  const { change, output } = service.write(call)
  store.keep(change)
  return output['PNR'] ?? null
}

/** Valid rows alone, of everybody who is not a number that was given and given up again. */
const standing = (store: Store, unused: ReadonlySet<string>) =>
  [...store.all()]
    .filter(({ pnr }) => !unused.has(pnr))
    .map((person) => ({ ...person, rows: person.rows.filter(isValid) }))

const breaches = (store: Store) => [...store.all()].flatMap((person) => breachesOf(person, store))

test.each([1, 2, 3])('numbers of seed %i change there and back', (seed) => {
  const store = storeOf(seed)
  const before = standing(store, new Set())
  const random = createRandom(seed * 17)
  const changes: { readonly from: string; readonly to: string }[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    const people = [...store.all()]
    const from = people[random.below(people.length)]?.pnr ?? ''
    const data = random.pick<Fields>([{ KON: 'M' }, { KON: 'K' }, { FODT: '19700101' }])
    const to = report(store, 'PNR-R', from, data)
    if (to !== null) changes.push({ from, to })
  }
  expect(changes.length).toBeGreaterThan(30)
  expect(breaches(store)).toEqual([])
  const names = JSON.stringify(standing(store, new Set()).map(({ rows }) => rows))
  expect(changes.filter(({ from }) => names.includes(`"${from}"`))).toEqual([])
  for (const { from, to } of changes.toReversed()) {
    expect(report(store, 'PNR-F', to, {})).toBe(from)
    expect(breaches(store)).toEqual([])
  }
  expect(standing(store, new Set(changes.map(({ to }) => to)))).toEqual(before)
})
