import { sql } from 'kysely'
import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { ask, key, withSystem } from '../testing/system.ts'
import { createJournalFeed } from './journal-feed.ts'

const system = withSystem()

/** Another entry of the same case, as two processes at once would write them. */
const enter = (caseId: string, seq: number) => sql`
  insert into journal (case_id, seq, authority, at, actor, message, effects, dropped, state, status)
  select case_id, ${seq}, authority, now(), actor, message, effects, dropped, state, status
  from journal where case_id = ${caseId} and seq = 1`

test('an entry that is committed late is not missed', async () => {
  const { db } = system()
  const order = { event: 'addressing-name', purpose: 'Anmeldelse modtaget', idempotencyKey: key() }
  const { caseId }: CaseView = await ask(system(), 'cases.open', order)
  const feed = createJournalFeed(db, { listen: () => () => undefined })
  const stopping = new AbortController()
  const seen: number[] = []
  const marks: number[] = []
  const start = await feed.last()
  const listening = (async () => {
    for await (const { changes, before } of feed.from(start, stopping.signal)) {
      seen.push(...changes.map(({ version }) => version))
      marks.push(before)
      if (seen.includes(2)) stopping.abort()
    }
  })()
  await db.transaction().execute(async (trx) => {
    await enter(caseId, 2).execute(trx)
    // Its number is taken, and a later one is committed before it.
    await enter(caseId, 3).execute(db)
    await expect.poll(() => seen, { timeout: 5000 }).toEqual([3])
  })
  await listening
  expect(seen).toEqual([3, 2])
  // Whoever broke off between the two goes on from before both.
  expect(new Set(marks).size).toBe(1)
})

test('a feed that is stopped ends', async () => {
  const feed = createJournalFeed(system().db, { listen: () => () => undefined })
  const never = new AbortController().signal
  const start = await feed.last()
  const ended = (async () => {
    for await (const batch of feed.from(start, never)) expect(batch.changes).toBeDefined()
    return 'ended'
  })()
  feed.stop()
  expect(await ended).toBe('ended')
})
