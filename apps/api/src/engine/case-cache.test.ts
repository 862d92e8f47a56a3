import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { caseworker, type Stage, withStages } from '../testing/stage.ts'
import { createCaseCache } from './case-cache.ts'

const database = withDatabase()
const stageWith = withStages(database)

const fill = (stage: Stage, caseId: string, firstNames: string, expectedVersion: number | null) =>
  stage.engine.send({
    caseId,
    message: { type: 'fill', data: { firstNames } },
    actor: caseworker,
    expectedVersion,
    idempotencyKey: randomUUID(),
  })

test('what another process did is never overlooked', async () => {
  const [here, there] = [await stageWith({ workers: 'none' }), await stageWith({ workers: 'none' })]
  const { id } = await here.opened()
  // Each of them remembers the case as it left it, which is never how it stands.
  for (const name of ['Asta', 'Ida', 'Karla', 'Maja']) {
    for (const stage of [here, there]) {
      const stepped = await fill(stage, id, name, null)
      expect(stepped.type).toBe('stepped')
    }
  }
  const { version, snapshot } = await here.get(id)
  expect([version, snapshot.context.data['firstNames']]).toEqual([9, 'Maja'])
  const late = await fill(there, id, 'Eva', 2)
  expect(late).toMatchObject({ reason: 'versionConflict', case: { version: 9 } })
})

test('only so many cases are remembered, the oldest least', async () => {
  const stage = await stageWith({ workers: 'none' })
  const [first, second, third] = [await stage.opened(), await stage.opened(), await stage.opened()]
  const cache = createCaseCache(2)
  for (const stored of [first, second, first, third]) cache.keep(stored)
  expect(cache.take(second.id)).toBeUndefined()
  expect(cache.take(first.id)).toBe(first)
  expect(cache.take(first.id)).toBeUndefined()
  expect(cache.take(third.id)).toBe(third)
})
