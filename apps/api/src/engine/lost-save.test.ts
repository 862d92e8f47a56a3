import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, until, withStages } from '../testing/stage.ts'
import type { Handled, StoredCase } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

/** What the database does to a worker that has not been heard of for too long. */
const forget = () =>
  sql`update effects set lease_until = '-infinity' where lease_until is not null`.execute(
    database.db(),
  )

const intend = (stored: StoredCase, effectId: string, fence: bigint) =>
  sql`insert into submissions (id, case_id, effect_id, report, attempt, state, service, authority, actor,
      request_hash, dialogue, watermark, entries_before, expected, fence, created_at)
    values (${`${stored.id} ${effectId}`}, ${stored.id}, ${effectId}, 0, 0, 'sending', 'NAVNG-I',
      ${stored.authority}, 'x', 'x', '1', now(), '[]', '[]', ${fence}, now())`.execute(
    database.db(),
  )

const stateOf = async (caseId: string) => {
  const found = await database
    .db()
    .selectFrom('submissions')
    .select('state')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return found?.state
}

test('a save whose worker died is never sent again', async () => {
  const { promise: never, resolve: end } = Promise.withResolvers<Handled>()
  let saves = 0
  const dying = await stageWith({
    handlers: {
      save: async ({ case: stored, effect, fence }) => {
        saves += 1
        await intend(stored, effect.id, fence)
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
  const state = await stateOf(id)
  end({ type: 'answer', answer: { type: 'unsent', reason: 'closed' } })
  expect(state).toBe('inDoubt')
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

test('an answer to a worker given up is kept as evidence', async () => {
  const { promise: late, resolve: end } = Promise.withResolvers<Handled>()
  let saves = 0
  const stage = await stageWith({
    handlers: {
      save: async ({ case: stored, effect, fence }) => {
        await intend(stored, effect.id, fence)
        saves += 1
        return late
      },
      readBack: () => answer({ type: 'absent', resend: false }),
    },
  })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await until(
    async () => saves,
    (seen) => seen === 1,
  )
  await forget()
  stage.engine.wake()
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'inDoubt')
  end({
    type: 'answer',
    answer: { type: 'saved', output: {}, persons: [], acceptedOn: '20261123' },
    late: async (trx) => {
      await trx.updateTable('submissions').set({ state: 'confirmed' }).execute()
    },
  })
  await until(
    () => stateOf(id),
    (state) => state === 'confirmed',
  )
  expect(statusOf((await stage.get(id)).snapshot)).toBe('inDoubt')
})
