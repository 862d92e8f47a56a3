import { causeOf, statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, withStages } from '../testing/stage.ts'

const database = withDatabase()
const stageWith = withStages(database)

const askedBefore = (caseId: string, count: number, ago: string) =>
  sql`insert into gctp_messages (case_id, at, service, action, request, reply, outcome, milliseconds)
    select ${caseId}, now() - ${ago}::interval, 'STAM', 'read', '', '', '0', 1
    from generate_series(1, ${count}::integer)`.execute(database.db())

test('a case that has had its lookups waits for a person', async () => {
  let calls = 0
  const lookUp = () => {
    calls += 1
    return answer({ type: 'lookedUp' })
  }
  const stage = await stageWith({ handlers: { lookUp }, engine: { lookUpsPerDay: 10 } })
  const { id } = await stage.opened()
  await askedBefore(id, 50, '2 days')
  await askedBefore(id, 10, '0 seconds')
  await stage.send(id, 'submit')
  const stuck = await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'stuck')
  const cause = causeOf(stuck.snapshot)
  expect(cause).toMatchObject({ word: 'lookUp.budgetSpent', owner: 'operator' })
  expect(cause?.text.en).toContain('used up today’s lookups')
  expect(calls).toBe(0)
  await stage.send(id, 'resume')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(calls).toBe(1)
})

test('what was never answered is not counted as paid', async () => {
  const stage = await stageWith({ engine: { lookUpsPerDay: 10 } })
  const { id } = await stage.opened()
  await askedBefore(id, 9, '0 seconds')
  await sql`insert into gctp_messages (case_id, at, service, action, request, reply, outcome, milliseconds)
    values (${id}, now(), 'STAM', 'read', '', null, 'unreachable', 1), (${id}, now(), 'NAVNG-I', 'save', '', '', '0', 1)`.execute(
    database.db(),
  )
  await stage.send(id, 'submit')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
})
