import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'

import { createAuditor } from '../audit/record.ts'
import { createClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { takeOver } from '../register-client/passwords/passwords.ts'
import { createPasswordSeal } from '../register-client/passwords/seal-passwords.ts'
import { withDatabase } from '../testing/database.ts'
import { openSignOnBook } from './open-sign-on-book.ts'
import { createParts } from './parts.ts'
import { StartRefused } from './start-refused.ts'

const database = withDatabase()
const directory = mkdtempSync(join(tmpdir(), 'sagsgang-key-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const key = randomBytes(32)
function keyFile(name: string, bytes: Buffer, mode = 0o600): string {
  const file = join(directory, name)
  writeFileSync(file, bytes, { mode })
  return file
}

const right = keyFile('right', key)
const short = keyFile('short', key.subarray(1))
const open = keyFile('open', key, 0o644)
const other = keyFile('other', randomBytes(32))

/** As a process that only answers: it changes no password. */
async function start(file: string | null) {
  const log = pino({ level: 'silent' })
  const clock = createClock(() => 0)
  const config = readConfig(file === null ? {} : { GCTP_PASSWORD_KEY_FILE: file })
  return openSignOnBook(
    { ...config, role: 'api' },
    {
      db: database.db(),
      url: 'http://127.0.0.1:1/',
      tls: {},
      auditor: createAuditor(key, clock.realNow),
      clock,
      log,
      parts: createParts(log),
    },
  )
}

const refusal = (file: string | null) =>
  start(file).then(
    () => 'started',
    (error: unknown) => (error instanceof StartRefused ? error.message : String(error)),
  )

test.each([
  ['is too short', short, 'holds 32 bytes'],
  ['others can read', open, 'chmod 600'],
  ['is not there', join(directory, 'none'), 'can be read'],
])('a key that %s stops the start by name', async (_, file, why) => {
  expect(await refusal(file)).toMatch(new RegExp(`^GCTP_PASSWORD_KEY_FILE .*${why}`, 'u'))
})

test('a stored password asks for the key that sealed it', async () => {
  expect([await refusal(null), await refusal(right)]).toEqual(['started', 'started'])
  const sealed = createPasswordSeal(key, 'WTST0001').seal(takeOver('Frisk-2222'))
  await sql`insert into sign_ons (register_user, passwords) values ('WTST0001', ${sealed})`.execute(
    database.db(),
  )
  expect(await refusal(null)).toContain('must be given')
  expect(await refusal(other)).toContain('must be the key')
  const turn = await (await start(right)).begin('Hemmelig-1')
  expect(turn?.password).toBe('Frisk-2222')
  await turn?.end(null, null)
})
