import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, until, withStages } from '../testing/stage.ts'
import type { Handled } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

/** What the database does to a worker that has not been heard of for too long. */
const forget = () =>
  sql`update effects set lease_until = '-infinity' where lease_until is not null`.execute(
    database.db(),
  )

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
