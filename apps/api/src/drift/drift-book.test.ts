import { developmentProfile, findService, readReply, type ToldReply } from '@sagsgang/gctp'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { createDriftBook } from './drift-book.ts'
import { writeDrift } from './write-drift.ts'

const database = withDatabase()
afterEach(() => sql`delete from drift`.execute(database.db()))

const moment = new Date('2026-11-23T12:00:00Z')
const log = { warn: vi.fn<() => void>(), error: vi.fn<() => void>() }

const timers = { every: () => () => {} }

function openBook(db = database.db()) {
  const clock = { realNow: () => moment }
  const profile = developmentProfile
  return createDriftBook({ db, clock, timers, profile, findService, log })
}

/** A person's church, with what a test wants it to say besides. */
const church = (code: string, more = ''): ToldReply => ({
  service: 'FKIRKE1',
  read: readReply(
    Buffer.from(`<root xmlns="http://www.cpr.dk"><Gctp v="2.0"><System r="CprSoeg"><Service r="FKIRKE1">
      <CprServiceHeader r="FKIRKE1"/><CprData u="O"><Rolle r="HovedRolle"><Table r="FKIRKE1"><Row k="1">
      <Field r="CFKI_FKIRK" v="${code}"/>${more}</Row></Table></Rolle></CprData><Kvit r="Ok" t="" v="0"/>
      </Service></System></Gctp></root>`),
  ),
})
const mismatched: ToldReply = {
  service: 'STAMP',
  read: { type: 'unreadable', reason: 'mismatch' },
}

const kept = async () => {
  const { rows } = await sql<{ place: string; type: string; count: string; sample: string }>`
    select place, type, count, sample from drift where type <> 'missingField'
    order by type, place`.execute(database.db())
  return rows.map(({ type, place, sample, count }) => `${count} ${type} ${place} ${sample}`.trim())
}

test('what is met is counted together', async () => {
  const book = openBook()
  const hound = '<Field r="HUND" v="Fido"/>'
  for (const more of [hound, hound, '']) book.told(church('F', more))
  await book.write()
  book.told(church('F', hound))
  await book.stop()
  expect(await kept()).toEqual(['3 newField HUND Aaaa'])
})

test('a code that no list has is noted', async () => {
  const book = openBook()
  book.told(church('Q'))
  await book.stop()
  expect(await kept()).toEqual(['1 newCode CFKI_FKIRK Q'])
})

test('an answer to another question raises an alarm', async () => {
  log.error.mockClear()
  const book = openBook()
  book.told(mismatched)
  await book.stop()
  expect(log.error).toHaveBeenCalledWith({ service: 'STAMP' }, expect.any(String))
  expect(await kept()).toEqual(['1 unreadable mismatch'])
})

test('what cannot be written is kept for later', async () => {
  const db = database.db()
  const book = openBook()
  await sql`alter table drift rename to drift_away`.execute(db)
  book.told(church('Q'))
  await book.write()
  book.told(church('Q'))
  await book.write()
  expect(log.warn).toHaveBeenCalled()
  await sql`alter table drift_away rename to drift`.execute(db)
  await book.write()
  expect(await kept()).toEqual(['2 newCode CFKI_FKIRK Q'])
})

test('what was met longest ago goes first', async () => {
  const met = [1, 2, 3, 4].map((day) => ({
    ...({ service: 'STAMP', type: 'newField', sample: 'aaa', count: 1 } as const),
    place: `NYT${day}`,
    firstAt: moment,
    lastAt: new Date(moment.getTime() + day),
  }))
  await writeDrift(database.db(), met, 2)
  expect(await kept()).toEqual(['1 newField NYT3 aaa', '1 newField NYT4 aaa'])
})

test('a flood of news takes no more memory', async () => {
  const book = openBook()
  for (let number = 0; number < 1_200; number += 1)
    book.told(church('F', `<Field r="NYT${number}" v="1"/>`))
  await book.stop()
  const all = await kept()
  expect(all.length).toBeGreaterThan(400)
  expect(all.length).toBeLessThanOrEqual(500)
})

test('processes that write at once count together', async () => {
  const books = [1, 2, 3, 4].map(() => openBook())
  for (const book of books) for (const code of ['Q', 'X', 'Z']) book.told(church(code))
  await Promise.all(books.map((book) => book.stop()))
  expect(await kept()).toEqual([expect.stringMatching(/^12 newCode CFKI_FKIRK [QXZ]$/)])
})
