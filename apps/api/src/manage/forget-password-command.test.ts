import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { manage } from './manage.ts'

const database = withDatabase()

async function typed(...words: readonly string[]) {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const environment = { DATA_DIR: database.directory() }
  const exit = await manage({
    words: ['forget-password', ...words],
    environment,
    say,
    complain: say,
  })
  return { exit, said }
}

test('a stored password is forgotten, once and by name', async () => {
  const db = database.db()
  await sql`insert into sign_ons (register_user, passwords) values
    ('WTST0001', '\\x00'), ('WTST0002', '\\x00'), ('WTST0003', null)`.execute(db)
  expect((await typed('WTST0001')).exit).toBe(0)
  expect((await typed('WTST0001')).exit).toBe(1)
  expect((await typed('WTST0003')).exit).toBe(1)
  expect((await typed()).exit).toBe(64)
  const { rows } = await sql<{ user: string }>`
    select register_user as user from sign_ons order by 1`.execute(db)
  expect(rows.map(({ user }) => user)).toEqual(['WTST0002', 'WTST0003'])
  const { rows: noted } = await sql<{ action: string }>`
    select entry ->> 'action' as action from audit_inbox`.execute(db)
  expect(noted).toEqual([{ action: 'register.passwordForgotten' }])
})
