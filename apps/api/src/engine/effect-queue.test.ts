import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'

import { withDatabase } from '../database/testing.ts'
import type { Handled } from './ports.ts'
import { resetCases } from './reset-cases.ts'
import { findStray, setStage, type Stage, type StageOptions, until } from './testing.ts'

const database = withDatabase()
const stages: Stage[] = []

async function stageWith(options: StageOptions): Promise<Stage> {
  const stage = await setStage(database, options)
  stages.push(stage)
  return stage
}

afterEach(async () => {
  expect(await findStray(database)).toEqual([])
  await Promise.all(stages.splice(0).map((stage) => stage.stop()))
  await resetCases(database.db())
})

const answer = (value: Extract<Handled, { type: 'answer' }>['answer']): Promise<Handled> =>
  Promise.resolve({ type: 'answer', answer: value })

const openEffects = (caseId: string) =>
  database
    .db()
    .selectFrom('effects')
    .select(['type', 'attempts', 'last_failure'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute()

/** Nobody waits for a back-off in a test. */
const hurry = () =>
  sql`update effects set due_at = now() where state = 'open'`.execute(database.db())

/** What the database does to a worker that has not been heard of for too long. */
const forget = () =>
  sql`update effects set lease_until = '-infinity' where lease_until is not null`.execute(
    database.db(),
  )

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
  const waiting = await Promise.all(cases.map(({ id }) => openEffects(id)))
  expect(waiting.flat().filter(({ attempts }) => attempts > 0).length).toBeLessThan(2)
  expect(calls).toBeLessThan(16)
  isClosed = false
  await Promise.all(
    cases.map((one) => stage.until(one.id, ({ snapshot }) => statusOf(snapshot) === 'completed')),
  )
})

test('a worker that lost its lease writes nothing', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<Handled>()
  let calls = 0
  const slow = await stageWith({
    handlers: {
      lookUp: () => {
        calls += 1
        return calls === 1 ? held : answer({ type: 'lookedUp' })
      },
    },
  })
  const { id } = await slow.opened()
  await slow.send(id, 'submit')
  await until(
    async () => calls,
    (seen) => seen === 1,
  )
  await forget()
  slow.engine.wake()
  const done = await slow.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  letGo({ type: 'answer', answer: { type: 'failed', reason: 'tooLate' } })
  await slow.stop()
  stages.length = 0
  expect(calls).toBe(2)
  expect((await slow.get(id)).version).toBe(done.version)
})

test('a save whose worker died is never sent again', async () => {
  const { promise: never, resolve: end } = Promise.withResolvers<Handled>()
  let saves = 0
  const dying = await stageWith({
    handlers: {
      save: async ({ case: { id, authority }, effect, fence }) => {
        saves += 1
        await sql`insert into submissions (id, case_id, effect_id, report, attempt, state, service, authority, actor,
            request_hash, dialogue, watermark, entries_before, expected, fence, created_at)
          values (${`${id} ${effect.id}`}, ${id}, ${effect.id}, 0, 0, 'sending', 'NAVNG-I', ${authority}, 'x', 'x', '1',
            now(), '[]', '[]', ${fence}, now())`.execute(database.db())
        return never
      },
      readBack: () => answer({ type: 'undecided', reason: 'changedByOthers' }),
    },
  })
  const { id } = await dying.opened()
  await dying.send(id, 'submit')
  await until(
    async () => saves,
    (seen) => seen === 1,
  )
  await forget()
  dying.engine.wake()
  await dying.until(id, ({ snapshot }) => statusOf(snapshot) === 'inDoubt')
  const submission = await database
    .db()
    .selectFrom('submissions')
    .select('state')
    .where('case_id', '=', id)
    .executeTakeFirst()
  end({ type: 'answer', answer: { type: 'unsent', reason: 'closed' } })
  expect(submission).toEqual({ state: 'inDoubt' })
  expect(saves).toBe(1)
})

test('a save that broke before its intent is begun anew', async () => {
  let saves = 0
  const stage = await stageWith({
    handlers: {
      save: () => {
        saves += 1
        if (saves === 1) throw new TypeError('before the intent')
        return answer({ type: 'saved', output: {}, persons: [], acceptedOn: '20261123' })
      },
    },
  })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(saves).toBe(2)
})

test('a process that takes over goes on at once', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<Handled>()
  const first = await stageWith({ handlers: { lookUp: () => held } })
  const { id } = await first.opened()
  await first.send(id, 'submit')
  await until(
    () => openEffects(id),
    ([effect]) => effect?.attempts === 1,
  )
  const second = await stageWith({})
  await second.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  letGo({ type: 'answer', answer: { type: 'failed', reason: 'tooLate' } })
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
