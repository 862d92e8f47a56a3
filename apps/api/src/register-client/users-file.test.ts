import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { readUsers, userFor } from './users-file.ts'

const directory = mkdtempSync(join(tmpdir(), 'sagsgang-users-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const write = (name: string, text: string, mode = 0o600) => {
  const file = join(directory, name)
  writeFileSync(file, text, { mode })
  return file
}

const passwordFile = write('password', 'Hemmelig-1\n')
const openFile = write('open', 'Hemmelig-1\n', 0o644)
const usersFile = (users: unknown) => write('users.json', JSON.stringify(users))

test('whoever has a user of their own signs on as that', () => {
  const users = readUsers(
    usersFile({
      '0851': { user: 'W0851001', passwordFile },
      '0851/karen': { user: 'WKAREN01', passwordFile },
    }),
  )
  const asked = (user: string, authority: string) => userFor(users, { user, authority })?.user
  expect(asked('karen', '0851')).toBe('WKAREN01')
  expect(asked('ole', '0851')).toBe('W0851001')
  expect(asked('karen', '0101')).toBeUndefined()
  expect(users['0851']?.password).toBe('Hemmelig-1')
})

test('without a file all sign on as one', () => {
  expect(userFor(readUsers(null), { user: 'karen', authority: '0851' })).toBeNull()
})

test.each([
  ['no authority', { karen: { user: 'W0851001', passwordFile } }],
  ['a password in it', { '0851': { user: 'W0851001', password: 'Hemmelig-1' } }],
  ['no password', { '0851': { user: 'W0851001', passwordFile: join(directory, 'none') } }],
  ['a password for all to read', { '0851': { user: 'W0851001', passwordFile: openFile } }],
])('a file with %s is refused, and no password told', (_, users) => {
  const reading = () => readUsers(usersFile(users))
  expect(reading).toThrow(/^GCTP_USERS_FILE /u)
  expect(reading).not.toThrow(/Hemmelig/u)
})

test('a file that is no JSON is refused by name', () => {
  expect(() => readUsers(write('none.json', '{'))).toThrow(/^GCTP_USERS_FILE /u)
})
