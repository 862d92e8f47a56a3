import { placeOf } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { caseworker, withStages } from '../testing/stage.ts'

const database = withDatabase()
const stageWith = withStages(database)

test('a case that is moved gives its turn to the next', async () => {
  const stage = await stageWith({
    handlers: {
      initiate: () =>
        Promise.resolve({ type: 'retry', reason: 'unreachable', countsAttempt: true }),
    },
  })
  const [first, second] = [await stage.opened(), await stage.opened()]
  await stage.send(first.id, 'submit')
  await stage.until(first.id, ({ snapshot }) => placeOf(snapshot) === 'initiating')
  await stage.send(second.id, 'submit')
  await stage.until(second.id, ({ snapshot }) => placeOf(snapshot) === 'awaitingTurn')
  const landed = await stage.engine.send({
    caseId: first.id,
    message: {
      type: 'land',
      to: 'drafting',
      reason: 'CPR svarer ikke',
      proposedBy: 'operator',
      approvedBy: 'senior',
    },
    actor: caseworker,
    expectedVersion: null,
    idempotencyKey: null,
  })
  expect(landed.type).toBe('stepped')
  await stage.until(second.id, ({ snapshot }) => placeOf(snapshot) === 'initiating')
  const turns = await database.db().selectFrom('person_turns').select('case_id').execute()
  expect(turns).toEqual([{ case_id: second.id }])
})
