import { catalogue, getDefinition, reportsOf } from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { forms } from './forms/forms.ts'
import { breachesOf } from './invariants.ts'
import { dataTypes } from './maintenance/data-types.ts'
import { createPopulation } from './people/population.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import type { Objection } from './receipts.ts'
import { demoAccount } from './sign-on.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'
import { callOf, judged, keyFaults } from './updates/calls.ts'
import { endWhatIsDue } from './updates/planned-ends.ts'
import { findUpdateService } from './updates/services.ts'
import type { Call } from './updates/update-service.ts'

/** Whatever happens to people, in whatever order: the rows of everybody stay a whole. */

const noon = Date.UTC(2026, 10, 23, 12)

const openStore = (seed: number): Store =>
  createStore(createPopulation({ population: 300, seed }, '20261123', demoAccount), () => noon)

interface Told {
  readonly id: string
  readonly keys: Fields
}

/** One call of an update service, saved unless the register objects. */
function save(store: Store, id: string, report: Pick<Call, 'keys' | 'data'>) {
  const service = findUpdateService(id)
  if (service === undefined) throw new Error(`no service ${id}`)
  const call = callOf(store, { ...report, authority: '0001' })
  const objections: readonly Objection[] = [...keyFaults(service, call), ...judged(service, call)]
  const rulings = objections.map(({ ruling }) => ruling)
  if (rulings.length > 0) return { rulings, breaches: [], told: null }
  const told = service.event(call)
  const { change, output } = service.write(call)
  store.keep(change)
  const breaches = (change.people ?? []).flatMap((person) => breachesOf(person, store))
  return { rulings, breaches, told: { id: told, keys: output } }
}

function playOne(store: Store, id: string, random: Random) {
  const definition = getDefinition(id)
  const data = forms[id]?.({ store, random, today: store.clock.today() })
  const [report] = reportsOf(definition, { ...data, authority: '0851' })
  if (report === undefined) throw new Error(`nothing reports ${id}`)
  return save(store, definition.service, report)
}

/** The undo of the row that an event stands for. */
function undoOne(store: Store, { id, keys }: Told) {
  const type = dataTypes.find((one) => one.id === getDefinition(id).undo.dataType)
  const { PNR = '', TIMSTP = '' } = keys
  return save(store, `${type?.prefix}-F`, { keys: { PNR, TIMSTP }, data: {} })
}

const ids = catalogue.map(({ id }) => id)
const [first = '', ...others] = ids

test('every event of the catalogue has a form', () => {
  expect(ids.filter((id) => !(id in forms))).toEqual([])
})

test.each([1, 2, 3])('random events of seed %i leave a whole', { timeout: 60_000 }, (seed) => {
  const store = openStore(seed)
  const random = createRandom(seed * 37)
  const done = new Set<string>()
  for (let turn = 0; turn < 3000; turn += 1) {
    const id = random.pick([first, ...others])
    const { rulings, breaches, told } = playOne(store, id, random)
    expect({ id, breaches }).toMatchObject({ breaches: [] })
    // The checks of the event say what is wrong before the rows do.
    expect({ id, rulings }).not.toMatchObject({ rulings: ['breaksRows'] })
    if (told !== null) done.add(told.id)
    if (turn % 100 === 0) passDay(store)
  }
  expect([...done].toSorted()).toEqual(ids.toSorted())
  const everybody = [...store.all()]
  expect(everybody.flatMap((person) => breachesOf(person, store))).toEqual([])
})

function passDay(store: Store): void {
  store.clock.advance(86_400_000)
  endWhatIsDue(store)
}

test.each([4, 5, 6])('random undoing of seed %i leaves a whole', { timeout: 60_000 }, (seed) => {
  const store = openStore(seed)
  const random = createRandom(seed * 41)
  const told: Told[] = []
  let undone = 0
  for (let turn = 0; turn < 2000; turn += 1) {
    const event = playOne(store, random.pick([first, ...others]), random).told
    if (event !== null) told.push(event)
    const back = told.at(-1 - random.below(60))
    if (back !== undefined && random.chance(0.5)) {
      const { breaches, told: taken } = undoOne(store, back)
      expect({ id: back.id, breaches }).toMatchObject({ breaches: [] })
      if (taken !== null) undone += 1
    }
    if (turn % 100 === 0) passDay(store)
  }
  expect(undone).toBeGreaterThan(200)
  const everybody = [...store.all()]
  expect(everybody.flatMap((person) => breachesOf(person, store))).toEqual([])
})
