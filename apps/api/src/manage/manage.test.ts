import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { placeOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, setStage } from '../testing/stage.ts'
import { manage } from './manage.ts'

const database = withDatabase()

const refused = () => answer({ type: 'refused', findings: [] })

beforeAll(async () => {
  const stage = await setStage(database, { handlers: { save: refused } })
  const cases = await Promise.all([1, 2, 3].map(() => stage.opened()))
  await Promise.all(cases.map(({ id }) => stage.send(id, 'submit')))
  for (const { id } of cases)
    await stage.until(
      id,
      ({ version, snapshot }) => version > 5 && placeOf(snapshot) === 'drafting',
    )
  await stage.stop()
})

/** What an operator sees who types this while the product runs. */
async function typed(...words: readonly string[]) {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const environment = { DATA_DIR: database.directory() }
  const exit = await manage({ words, environment, say, complain: say })
  return { exit, said }
}

describe('the command of an operator', () => {
  test('shows how it is typed when it was not', async () => {
    const unknown = await typed('frobnicate')
    expect(unknown.exit).toBe(64)
    expect(unknown.said[0]).toBe('no command "frobnicate"')
    expect(unknown.said).toContainEqual(
      expect.stringMatching(/^ {2}verify \[--sample <cases>\]: /u),
    )
    for (const words of [[], ['toString'], ['verify', '--sample'], ['verify', '--sample', '-1']])
      expect((await typed(...words)).exit).toBe(64)
  })

  test('is refused where nothing was ever started', async () => {
    const said: string[] = []
    const environment = { DATA_DIR: join(database.directory(), randomUUID()) }
    const complain = (line: string) => void said.push(line)
    const exit = await manage({ words: ['verify'], environment, say: complain, complain })
    expect({ exit, said }).toEqual({
      exit: 78,
      said: ['DATA_DIR holds no database: nothing was ever started there'],
    })
  })

  test('is refused on the tables of another version', async () => {
    const db = database.db()
    await sql`insert into migrations (name, at) values ('9999-later.sql', now())`.execute(db)
    const { exit, said } = await typed('verify')
    await sql`delete from migrations where name = '9999-later.sql'`.execute(db)
    expect([exit, said]).toEqual([1, [expect.stringContaining('belongs to another version')]])
  })
})

describe('verify', () => {
  test('finds nothing wrong where nothing is', async () => {
    const { exit, said } = await typed('verify')
    expect(said.at(-1)).toBe('0 mismatches')
    expect(said.at(-2)).toMatch(
      /^3 cases, \d\d entries, \d\d effects, 0 submissions, \d+ audit rows$/u,
    )
    expect(exit).toBe(0)
    expect((await typed('verify', '--sample', '2')).said[0]).toMatch(/^2 cases/u)
  })

  test('names each case that is wrong and why', async () => {
    const { rows } = await sql<{ id: string }>`
      update cases set version = version + 1 where id = (select max(id) from cases) returning id`.execute(
      database.db(),
    )
    const { exit, said } = await typed('verify')
    expect(said[0]).toMatch(new RegExp(`^I5 case ${rows[0]?.id}: the version is`, 'u'))
    expect(said.at(-1)).toBe('1 mismatches')
    expect(exit).toBe(1)
  })
})
