import {
  catalogue,
  differences,
  emptyView,
  mergeViews,
  predict,
  predictUndo,
  queriesFor,
  readsFor,
  reportsOf,
  viewFromAnswers,
} from '@sagsgang/events'
import type {
  CaseData,
  EventDefinition,
  ExpectedChange,
  Reads,
  RegisterView,
} from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { carryOut } from './carry-out.ts'
import { findShown } from './control.ts'
import { forms } from './forms/forms.ts'
import { lookUp } from './lookups/look-up.ts'
import { dataTypes } from './maintenance/data-types.ts'
import { createPopulation } from './people/population.ts'
import { createRandom } from './random.ts'
import type { Person } from './rows.ts'
import { demoAccount } from './sign-on.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'

/**
 * Two interpreters read one definition: a case foretells what an event writes, the register writes it. Neither knows
 * the other, so that where they differ one of them is wrong.
 */

const today = '20261123'
const authority = '0851'

const openStore = (): Store =>
  createStore(createPopulation({ population: 300, seed: 2 }, today, demoAccount), () =>
    Date.UTC(2026, 10, 23, 12),
  )

function look(store: Store, definition: EventDefinition, reads: Reads): RegisterView {
  const answered = queriesFor(definition, reads).map((query) => {
    const answer = lookUp({ store, service: query.service, keys: { ...query.keys, MAXA: '999' } })
    return { query, roles: answer.type === 'found' ? [answer.role] : null }
  })
  return viewFromAnswers(answered, today)
}

/** Looks up until nothing is missing, as a case does. */
function viewFor(store: Store, definition: EventDefinition, data: CaseData): RegisterView {
  let view = emptyView
  for (let round = 0; round < 6; round += 1)
    view = mergeViews(view, look(store, definition, readsFor(definition, data, view)))
  return view
}

function undo(
  store: Store,
  { undo: { dataType } }: EventDefinition,
  output: Fields,
): Fields | null {
  const { PNR = '', TIMSTP = '' } = output
  const type = dataTypes.find(({ id }) => id === dataType)
  return carryOut(store, { service: `${type?.prefix}-F`, keys: { PNR, TIMSTP }, data: {} })
}

const everybody = (store: Store): ReadonlyMap<string, Person> =>
  new Map([...store.all()].map((person) => [person.pnr, person]))

/** Valid rows as the control address shows them. */
const validRows = (store: Store, pnr: string) => {
  const shown = findShown(store, pnr)
  if (shown === null || shown === 'malformed') return {}
  return Object.fromEntries(
    Object.entries(shown.rows).map(([entity, rows]) => [
      entity,
      rows.filter(({ mark }) => mark === null),
    ]),
  )
}

test.each(catalogue)('$id is written and undone as foretold', { timeout: 60_000 }, (definition) => {
  const store = openStore()
  const random = createRandom(5)
  const seen = (expected: readonly ExpectedChange[]) => {
    const people = [...new Set(expected.flatMap(({ pnr }) => pnr ?? []))]
    const reads = { people, roads: [], households: [], searches: [] }
    return differences(expected, look(store, definition, reads))
  }
  let done = 0
  for (let attempt = 0; attempt < 120 && done < 10; attempt += 1) {
    const data: CaseData = { ...forms[definition.id]?.({ store, random, today }), authority }
    const view = viewFor(store, definition, data)
    const before = everybody(store)
    const rowsBefore = new Map([...before.keys()].map((pnr) => [pnr, validRows(store, pnr)]))
    const [report] = reportsOf(definition, data)
    const output = report === undefined ? null : carryOut(store, report)
    if (output === null) continue
    done += 1
    const expected = predict(definition, data, view, output)
    expect(seen(expected)).toEqual([])
    expect(definition.eventCodes).toContain(store.updatesOf(output['PNR'] ?? '').at(-1)?.code)
    expect(undo(store, definition, output)).not.toBeNull()
    expect(seen(predictUndo(expected))).toEqual([])
    // A row that is restored equals the earlier one.
    for (const [pnr, person] of before)
      if (store.find(pnr) !== person) expect(validRows(store, pnr)).toEqual(rowsBefore.get(pnr))
  }
  expect(done).toBeGreaterThan(0)
})
