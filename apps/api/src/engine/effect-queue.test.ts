import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, openEffects, until, withStages } from '../testing/stage.ts'
import { resetCases } from './reset-cases.ts'

const database = withDatabase()
const stageWith = withStages(database)

/** Nobody waits for a back-off in a test. */
const hurry = () =>
  sql`update effects set due_at = now() where state = 'open'`.execute(database.db())

test('what fails every time is given up and repeated on resume', async () => {
  let isBroken = true
  let calls = 0
  const stage = await stageWith({
    handlers: {
      lookUp: () => {
        calls += 1
        if (isBroken) throw new TypeError('broken')
        return answer({ type: 'lookedUp' })
      },
    },
  })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  const stuck = await until(
    async () => {
      await hurry()
      stage.engine.wake()
      return stage.get(id)
    },
    ({ snapshot }) => statusOf(snapshot) === 'stuck',
  )
  expect(calls).toBe(8)
  expect(Object.values(stuck.snapshot.context.open)).toMatchObject([{ failed: 'TypeError' }])
  isBroken = false
  await stage.send(id, 'resume')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
})

test('a closed register costs no attempts and opens to all', async () => {
  let isClosed = true
  let calls = 0
  const stage = await stageWith({
    handlers: {
      lookUp: () => {
        calls += 1
        return isClosed
          ? Promise.resolve({ type: 'retry', reason: 'closed', countsAttempt: false })
          : answer({ type: 'lookedUp' })
      },
    },
  })
  const cases = await Promise.all(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((day) =>
      stage.opened(`${day}01010101`),
    ),
  )
  for (const { id } of cases) await stage.send(id, 'submit')
  await until(
    async () => calls,
    (seen) => seen > 2,
  )
  // One of them may be on its way; none has lost an attempt.
  const waiting = await Promise.all(cases.map(({ id }) => openEffects(database, id)))
  expect(waiting.flat().filter(({ attempts }) => attempts > 0).length).toBeLessThan(2)
  expect(calls).toBeLessThan(16)
  isClosed = false
  await Promise.all(
    cases.map((one) => stage.until(one.id, ({ snapshot }) => statusOf(snapshot) === 'completed')),
  )
})

test('an answer that the case cannot take is tried again', async () => {
  let calls = 0
  const stage = await stageWith({
    handlers: {
      lookUp: () => {
        calls += 1
        return answer(calls === 1 ? { type: 'told' } : { type: 'lookedUp' })
      },
    },
  })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(calls).toBe(2)
})

test('a case that takes no message is shown as stuck', async () => {
  const quiet = await stageWith({ workers: 'none' })
  const { id } = await quiet.opened()
  const { snapshot } = await quiet.send(id, 'submit')
  const broken = { ...snapshot, value: { work: 'nowhere', health: 'well' } }
  const db = database.db()
  await db
    .updateTable('cases')
    .set({ snapshot: JSON.stringify(broken) })
    .execute()
  await db.updateTable('effects').set({ attempts: 8 }).execute()
  await stageWith({})
  const row = await until(
    () => db.selectFrom('cases').select(['status', 'stuck_cause']).executeTakeFirstOrThrow(),
    ({ status }) => status === 'stuck',
  )
  expect(row.stuck_cause).toBe('unreadable')
  await resetCases(db)
})
