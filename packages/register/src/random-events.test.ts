import { catalogue, reportsOf } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { forms } from './forms/forms.ts'
import { breachesOf } from './invariants.ts'
import { createPopulation } from './people/population.ts'
import { createRandom } from './random.ts'
import type { Objection } from './receipts.ts'
import { demoAccount } from './sign-on.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'
import { callOf, judged, keyFaults } from './updates/calls.ts'
import { endWhatIsDue } from './updates/planned-ends.ts'
import { findUpdateService } from './updates/services.ts'

/** Whatever happens to people, in whatever order: the rows of everybody stay a whole. */

const noon = Date.UTC(2026, 10, 23, 12)

const openStore = (seed: number): Store =>
  createStore(createPopulation({ population: 300, seed }, '20261123', demoAccount), () => noon)

/** One report of one event, saved unless the register objects. */
function playOne(store: Store, id: string, random: ReturnType<typeof createRandom>) {
  const definition = catalogue.find((one) => one.id === id)
  const today = store.clock.today()
  const data = forms[id]?.({ store, random, today })
  const report = definition && data && reportsOf(definition, { ...data, authority: '0851' })[0]
  const service = findUpdateService(definition?.service ?? '')
  if (report === undefined || service === undefined) throw new Error(`nothing reports ${id}`)
  const call = callOf(store, { ...report, authority: '0001' })
  const objections: readonly Objection[] = [...keyFaults(service, call), ...judged(service, call)]
  if (objections.length > 0) return { objections, breaches: [], told: '' }
  const told = service.event(call)
  const { change } = service.write(call)
  store.keep(change)
  const breaches = (change.people ?? []).flatMap((person) => breachesOf(person, store))
  return { objections, breaches, told }
}

test('every event of the catalogue has a form', () => {
  expect(catalogue.map(({ id }) => id).filter((id) => !(id in forms))).toEqual([])
})

test.each([1, 2, 3])('random events of seed %i leave a whole', { timeout: 60_000 }, (seed) => {
  const store = openStore(seed)
  const random = createRandom(seed * 37)
  const done: Record<string, number> = {}
  const [first = '', ...others] = catalogue.map(({ id }) => id)
  for (let turn = 0; turn < 3000; turn += 1) {
    const id = random.pick([first, ...others])
    const { objections, breaches, told } = playOne(store, id, random)
    expect({ id, breaches }).toMatchObject({ breaches: [] })
    // The checks of the event say what is wrong before the rows do.
    expect({ id, rulings: objections.map(({ ruling }) => ruling) }).not.toMatchObject({
      rulings: ['breaksRows'],
    })
    if (told !== '') done[told] = (done[told] ?? 0) + 1
    if (turn % 100 === 0) {
      store.clock.advance(86_400_000)
      endWhatIsDue(store)
    }
  }
  expect(Object.keys(done).toSorted()).toEqual([first, ...others].toSorted())
  const everybody = [...store.all()]
  expect(everybody.flatMap((person) => breachesOf(person, store))).toEqual([])
})
