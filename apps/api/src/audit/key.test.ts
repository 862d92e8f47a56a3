import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { CONFIGURATION_EXIT } from '../start/start-refused.ts'
import { withDatabase } from '../testing/database.ts'
import { loadAuditKey } from './key.ts'

const database = withDatabase()
let count = 0

beforeEach(() => database.db().deleteFrom('audit_key').execute())

function place(authMode: 'demo' | 'oidc', auditKeyFile: string | null = null) {
  count += 1
  const dataDirectory = join(database.directory(), `node-${count}`)
  return { dataDirectory, auditKeyFile, authMode }
}

const fileOf = ({ dataDirectory }: { dataDirectory: string }) => join(dataDirectory, 'audit.key')
const refused = { exitCode: CONFIGURATION_EXIT, message: expect.stringContaining('AUDIT_KEY_FILE') }

test('the key is made once and readable by its owner', async () => {
  for (const where of [place('demo'), place('oidc')]) {
    await database.db().deleteFrom('audit_key').execute()
    const key = await loadAuditKey(database.db(), where)
    expect(await loadAuditKey(database.db(), where)).toEqual(key)
    expect(readFileSync(fileOf(where))).toEqual(Buffer.from(key))
    expect(key).toHaveLength(32)
    expect(statSync(fileOf(where)).mode & 0o777).toBe(0o600)
  }
})

test('processes of a demonstration agree with nothing set', async () => {
  const keys = await Promise.all(
    [place('demo'), place('demo'), place('demo')].map((where) =>
      loadAuditKey(database.db(), where),
    ),
  )
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
})

test('a secret key never lies in the store', async () => {
  const where = place('demo')
  await loadAuditKey(database.db(), where)
  await loadAuditKey(database.db(), place('oidc', fileOf(where)))
  const rows = await database.db().selectFrom('audit_key').select('demo_key').execute()
  expect(rows).toEqual([{ demo_key: null }])
})

test('a process with another key is refused', async () => {
  const first = place('oidc')
  const key = await loadAuditKey(database.db(), first)
  await expect(loadAuditKey(database.db(), place('oidc'))).rejects.toMatchObject(refused)
  await expect(loadAuditKey(database.db(), place('demo'))).rejects.toMatchObject(refused)
  const told = place('oidc', fileOf(first))
  expect(await loadAuditKey(database.db(), told)).toEqual(key)
})

test('a key file that is none is refused', async () => {
  const where = place('oidc')
  mkdirSync(where.dataDirectory)
  const short = join(where.dataDirectory, 'short')
  writeFileSync(short, 'short')
  for (const file of [short, join(where.dataDirectory, 'missing')]) {
    const named = place('oidc', file)
    await expect(loadAuditKey(database.db(), named)).rejects.toMatchObject(refused)
  }
})
