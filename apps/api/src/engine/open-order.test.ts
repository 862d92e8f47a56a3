import { randomUUID } from 'node:crypto'

import { expect, onTestFinished, test } from 'vitest'

import { type CutStore, createCutStore } from '../testing/cut-store.ts'
import { withDatabase } from '../testing/database.ts'
import { caseworker, withStages } from '../testing/stage.ts'

const database = withDatabase()
const stageWith = withStages(database)

/** A store that commits the first opening, and loses the word that it did. */
function losingOpenings(): CutStore {
  const store = createCutStore(database.connected().options, (text, [steps]) => {
    const isOpening = text.includes('write_step') && String(steps).includes('"opening":')
    return isOpening && store.cuts() === 0
  })
  return store
}

test('an opening that was committed unheard is found', async () => {
  const store = losingOpenings()
  onTestFinished(() => store.db.destroy())
  const { engine } = await stageWith({ workers: 'none', engine: { db: store.db } })
  const order = {
    event: 'naming',
    data: { personnummer: '0101000001', authority: '0851' },
    purpose: 'anmeldt navn til barnet',
    actor: caseworker,
    idempotencyKey: randomUUID(),
  }
  const first = await engine.open(order)
  expect(store.cuts()).toBe(1)
  expect(first.type).toBe('repeated')
  const again = await engine.open(order)
  expect(again).toMatchObject({ type: 'repeated' })
  const cases = await database.db().selectFrom('cases').select('id').execute()
  expect(cases.map(({ id }) => id)).toEqual([first.type === 'refused' ? '' : first.case.id])
})
