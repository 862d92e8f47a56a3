import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Status, statusOf } from '@sagsgang/machines'
import { createRegister } from '@sagsgang/register'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { endLeftoverServer } from '../database/leftover-server.ts'
import { abandonServer } from '../testing/abandoned-server.ts'
import { newStoreDirectory, openStoreIn, type TestStore } from '../testing/database.ts'
import { abbreviate, applied, arrive, submitTo, tell } from '../testing/story.ts'
import { createWorldOn, type World } from '../testing/world.ts'
import { manage } from './manage.ts'

/** The store of a running product put into an archive, and the archive into another store. */
const people = ['1306814180', '0709614304', '0707614293', '0709614096']
const directories: string[] = []
let register: Awaited<ReturnType<typeof createRegister>>
let home: string
let store: TestStore
let world: World

const aDirectory = (): string => {
  const directory = newStoreDirectory()
  directories.push(directory)
  return directory
}

beforeAll(async () => {
  register = await createRegister({ dataDirectory: null, population: 200, port: 0 })
  home = aDirectory()
  await start()
}, 60_000)
afterAll(async () => {
  await stop()
  await register.close()
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
}, 60_000)

async function start(): Promise<void> {
  store = await openStoreIn(home)
  world = await createWorldOn(store, register)
}

async function stop(): Promise<void> {
  await world.close()
  await store.stop()
}

interface Typed {
  readonly directory?: string
  readonly key?: string
}

async function typed(words: readonly string[], { directory = home, key }: Typed = {}) {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const environment = { DATA_DIR: directory, ...(key && { BACKUP_KEY_FILE: key }) }
  const exit = await manage({ words, environment, say, complain: say })
  return { exit, said: said.join('\n') }
}

function aKey(bytes: Buffer | string = randomBytes(32)): string {
  const path = join(aDirectory(), 'key')
  writeFileSync(path, bytes)
  return path
}

const files = { key: '', archive: '' }

/** An archive of the store as it is, made once. */
async function anArchive(): Promise<typeof files> {
  if (files.archive !== '') return files
  const caseId = await abbreviate(world, '1306814180')
  await submitTo(world, caseId, 'completed')
  const key = aKey()
  const archive = join(aDirectory(), 'store.backup')
  const { exit, said } = await typed(['backup', archive], { key })
  expect({ exit, said }).toMatchObject({ exit: 0, said: expect.stringContaining('cases: 1 rows') })
  return Object.assign(files, { key, archive })
}

const restoreInto = (directory: string, archive: string, key?: string) =>
  typed(['restore', archive], { directory, ...(key !== undefined && { key }) })

describe('a backup', () => {
  test('holds everything and is restored to the same', async () => {
    const { key, archive } = await anArchive()
    const directory = aDirectory()
    const restored = await restoreInto(directory, archive, key)
    expect(restored).toMatchObject({ exit: 0, said: expect.stringContaining('0 mismatches') })
    const verified = await typed(['verify'], { directory })
    expect(verified).toMatchObject({ exit: 0, said: expect.stringContaining('1 cases') })
    const copy = await openStoreIn(directory)
    const rows = await sql<{ action: string }>`
      select entry ->> 'action' as action from audit_inbox union all select action from audit`.execute(
      copy.connected.db,
    )
    const fences = await sql<{ fence: string }>`select nextval('effect_fences') as fence`.execute(
      copy.connected.db,
    )
    await copy.stop()
    expect(rows.rows.filter(({ action }) => action === 'store.restored')).toHaveLength(1)
    expect(Number(fences.rows[0]?.fence)).toBeGreaterThan(1)
  }, 60_000)

  test('is no place for personal data in clear', async () => {
    const { archive } = await anArchive()
    const text = readFileSync(archive).toString('latin1')
    expect(text).not.toContain('1306814180')
    expect(await typed(['backup', join(aDirectory(), 'b')])).toMatchObject({
      exit: 78,
      said: expect.stringContaining('BACKUP_KEY_FILE must name a file with a key'),
    })
  }, 60_000)

  test('in clear is taken by who says so', async () => {
    const archive = join(aDirectory(), 'plain.backup')
    expect((await typed(['backup', archive, '--plain'])).exit).toBe(0)
    const restored = await restoreInto(aDirectory(), archive)
    expect(restored).toMatchObject({ exit: 0, said: expect.stringContaining('0 mismatches') })
  }, 60_000)

  test('opens with a phrase as well', async () => {
    const key = aKey('korrekt hest batteri hæftemaskine\n')
    const archive = join(aDirectory(), 'phrase.backup')
    expect((await typed(['backup', archive], { key })).exit).toBe(0)
    expect((await restoreInto(aDirectory(), archive, key)).exit).toBe(0)
  }, 60_000)

  test('never writes over another', async () => {
    const { key, archive } = await anArchive()
    expect(await typed(['backup', archive], { key })).toMatchObject({
      exit: 1,
      said: expect.stringContaining('is there already'),
    })
  })
})

async function refusedBy(bytes: Buffer, key: string): Promise<string> {
  const directory = aDirectory()
  const archive = join(directory, 'other.backup')
  writeFileSync(archive, bytes)
  const { exit, said } = await restoreInto(directory, archive, key)
  expect(exit, said).not.toBe(0)
  expect(said.split('\n')).toHaveLength(1)
  expect(readdirSync(directory)).toEqual(['other.backup'])
  return said
}

describe('an archive that is not as it was written', () => {
  test('is refused wherever it was cut', async () => {
    const { key, archive } = await anArchive()
    const whole = readFileSync(archive)
    for (let part = 0; part < 20; part += 1)
      await refusedBy(whole.subarray(0, Math.floor((whole.length * part) / 20)), key)
    await refusedBy(whole.subarray(0, -1), key)
    await refusedBy(Buffer.concat([whole, Buffer.from('x')]), key)
  }, 60_000)

  test('is refused wherever a byte was changed', async () => {
    const { key, archive } = await anArchive()
    const whole = readFileSync(archive)
    for (let part = 0; part < 40; part += 1) {
      const changed = Buffer.from(whole)
      const at = Math.floor((whole.length * part) / 40)
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at)
      await refusedBy(changed, key)
    }
  }, 60_000)

  test('is refused with another key', async () => {
    const { archive } = await anArchive()
    expect(await refusedBy(readFileSync(archive), aKey())).toBe(
      'the archive does not open with the key of BACKUP_KEY_FILE',
    )
  })

  test('is not put where something is', async () => {
    const { key, archive } = await anArchive()
    expect(await restoreInto(home, archive, key)).toMatchObject({
      exit: 1,
      said: expect.stringContaining('databaseRunning: '),
    })
    const directory = aDirectory()
    expect((await restoreInto(directory, archive, key)).exit).toBe(0)
    expect(await restoreInto(directory, archive, key)).toMatchObject({
      exit: 1,
      said: expect.stringContaining('DATA_DIR holds a database'),
    })
  }, 60_000)

  test('is not put over a server that was left running', async () => {
    const { key, archive } = await anArchive()
    const directory = aDirectory()
    const folder = join(directory, 'postgres')
    await abandonServer(directory)
    renameSync(folder, `${folder}-away`)
    const refused = await restoreInto(directory, archive, key)
    expect(refused).toMatchObject({ exit: 1, said: expect.stringContaining('databaseRunning: ') })
    expect(readdirSync(directory)).not.toContain('postgres')
    await endLeftoverServer(join(folder, 'data'))
    expect((await restoreInto(directory, archive, key)).exit).toBe(0)
  }, 60_000)
})

/** The register shows what was reported already, and says so: a caseworker goes on all the same. */
async function confirmTo(caseId: string, wanted: Status): Promise<void> {
  const { snapshot } = await arrive(world, caseId, 'confirming', wanted)
  if (statusOf(snapshot) === wanted) return
  const findings = snapshot.context.findings.map(({ rule }) => rule)
  await tell(world, caseId, { type: 'confirm', findings, reason: 'Indberettet allerede' })
  await arrive(world, caseId, wanted)
}

test('an old backup beside a newer log tells nothing twice', async () => {
  await anArchive()
  const { key } = files
  const archive = join(aDirectory(), 'under-way.backup')
  const told = people.slice(1)
  const caseIds: string[] = []
  for (const pnr of told) caseIds.push(await abbreviate(world, pnr))
  for (const caseId of caseIds) await tell(world, caseId, { type: 'submit' })
  // While they report.
  expect((await typed(['backup', archive], { key })).exit).toBe(0)
  for (const caseId of caseIds) await arrive(world, caseId, 'completed')
  const before = (await applied(world)).length
  await stop()
  rmSync(join(home, 'postgres'), { recursive: true })
  expect((await restoreInto(home, archive, key)).exit).toBe(0)
  await start()
  for (const caseId of caseIds) await confirmTo(caseId, 'completed')
  expect(await applied(world)).toHaveLength(before)
}, 90_000)
