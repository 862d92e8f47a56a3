import { machineVersion, statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'

import { resetCases } from '../engine/reset-cases.ts'
import { copyCase } from '../testing/copy-case.ts'
import { withDatabase } from '../testing/database.ts'
import { makeOlder, olderVersion, releaseWith } from '../testing/older-case.ts'
import { setStage } from '../testing/stage.ts'
import { rehearseUpgrade } from '../upgrade/rehearse-upgrade.ts'
import { manage } from './manage.ts'

const database = withDatabase()
afterEach(() => resetCases(database.db()))

/** What an operator sees who types this while the product runs. */
async function typed(...words: readonly string[]) {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const environment = { DATA_DIR: database.directory() }
  const exit = await manage({ words, environment, say, complain: say })
  return { exit, said: said.map((line) => line.replaceAll(/ +/g, ' ')) }
}

async function completed(count: number): Promise<readonly string[]> {
  const stage = await setStage(database)
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await stage.opened(`01010101${String(index).padStart(2, '0')}`)
    await stage.send(id, 'submit')
    await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
    ids.push(id)
  }
  await stage.stop()
  return ids
}

test('an upgrade is rehearsed without changing anything', async () => {
  const [same = '', replayed = '', later = ''] = await completed(3)
  const db = database.db()
  const set = (id: string, values: { definition_hash: string; machine_version: number }) =>
    db.updateTable('cases').set(values).where('id', '=', id).execute()
  await set(replayed, { definition_hash: 'before', machine_version: olderVersion })
  await set(later, { definition_hash: 'after', machine_version: machineVersion + 1 })
  const stored = await db.selectFrom('cases').selectAll().orderBy('id').execute()
  const { exit, said } = await typed('rehearse')
  expect(exit).toBe(0)
  expect(said).toEqual([
    'event open same chart replayed migrated newer cannot',
    'naming 3 1 1 0 1 0',
    'all 3 1 1 0 1 0',
  ])
  expect(await db.selectFrom('cases').selectAll().orderBy('id').execute()).toEqual(stored)
  expect(same).not.toBe('')
})

test('what cannot go on is named by its number', async () => {
  const [id = ''] = await completed(1)
  await makeOlder(database, id)
  const { exit, said } = await typed('rehearse')
  expect(exit).toBe(1)
  expect(said[0]).toMatch(/^cannot go on: \d{4}-\d{6} \(naming\): its journal leads elsewhere/)
  expect(said).toContain('naming 1 0 0 0 0 1')
})

test('a migration is told by what it leaves', async () => {
  const [id = ''] = await completed(1)
  await makeOlder(database, id)
  const { forecasts, moves } = await rehearseUpgrade(database.db(), releaseWith, () => {})
  expect(forecasts).toMatchObject([{ event: 'naming', migrated: 1, lost: 0 }])
  expect([...moves]).toEqual([[`naming ${olderVersion} to ${machineVersion}`, 1]])
})

test('the tables of an earlier version can be asked', async () => {
  await completed(1)
  const db = database.db()
  await sql`alter table cases rename column machine_version to later_column`.execute(db)
  await sql`delete from migrations where name like '0007%'`.execute(db)
  const { exit, said } = await typed('rehearse')
  await sql`insert into migrations (name, at) values ('0007-machine-versions.sql', now())`.execute(
    db,
  )
  await sql`alter table cases rename column later_column to machine_version`.execute(db)
  expect(exit).toBe(0)
  expect(said.slice(1)).toEqual([
    'naming 1 1 0 0 0 0',
    'all 1 1 0 0 0 0',
    'the tables are of another version: the start brings them up to date first',
  ])
})

test('many cases are played page by page', { timeout: 60_000 }, async () => {
  const [id = ''] = await completed(1)
  await copyCase(database.db(), id, 520)
  await sql`update cases set definition_hash = 'before'`.execute(database.db())
  const { said } = await typed('rehearse')
  expect(said).toContain('all 521 0 521 0 0 0')
})
