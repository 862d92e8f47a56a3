import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { findCaseRecord, type CaseRecord } from '../procedures/case-record.ts'
import { actorNamed } from '../testing/story.ts'
import { brokenOff, faults, stuckName } from '../testing/stuck-people.ts'
import { withSystem } from '../testing/system.ts'
import { probe } from './probe.ts'

const system = withSystem()
const actor = actorNamed('operator')

let stuck: CaseRecord | undefined

beforeAll(async () => {
  await faults(system(), brokenOff)
  const { caseId } = await stuckName(system(), '1306814180')
  stuck = await findCaseRecord(system().db, caseId)
}, 90_000)

beforeEach(() => faults(system(), {}))

function stuckWith(change: Partial<CaseRecord['snapshot']['context']> = {}): CaseRecord {
  if (stuck === undefined) throw new Error('no case is stuck')
  const { snapshot } = stuck
  return { ...stuck, snapshot: { ...snapshot, context: { ...snapshot.context, ...change } } }
}

const asked = (record: CaseRecord) => probe(system(), record, actor)

test('a register that answers about the person is ready', async () => {
  expect(await asked(stuckWith())).toEqual({ type: 'ready' })
})

test('somebody who is no longer there is not resumed for', async () => {
  const gone = stuckWith({ persons: [{ role: 'person', pnr: '0101010101' }] })
  expect(await asked(gone)).toEqual({ type: 'notReady', reason: 'personGone' })
})

test('where nobody is known the register is asked who we are', async () => {
  const nobody = stuckWith({ persons: [], data: {} })
  expect(await asked(nobody)).toEqual({ type: 'ready' })
  await faults(system(), { closed: true })
  expect(await asked(nobody)).toEqual({ type: 'notReady', reason: 'closed' })
})

test('what stays within the house asks no register', async () => {
  await faults(system(), { closed: true })
  const { snapshot } = stuckWith()
  const [id = ''] = Object.keys(snapshot.context.open)
  const notice = {
    type: 'tellParent',
    slot: 'tell:settled',
    payload: { notice: 'settled' },
  } as const
  const within = stuckWith({ open: { [id]: { ...notice, failed: 'workerLost' } } })
  expect(await asked(within)).toEqual({ type: 'ready' })
})

test('a store that is closed to writing is told first', async () => {
  await faults(system(), { closed: true })
  const found = await system()
    .db.transaction()
    .execute(async (trx) => {
      await sql`set transaction read only`.execute(trx)
      return probe({ ...system(), db: trx }, stuckWith(), actor)
    })
  expect(found).toEqual({ type: 'notReady', reason: 'storeClosed' })
})

test('each probe is written down with its purpose', async () => {
  await asked(stuckWith())
  const { rows } = await sql`
    select from audit_inbox where entry ->> 'purpose' like 'prøve, før sagen genoptages%'
    union all select from audit where purpose like 'prøve, før sagen genoptages%'`.execute(
    system().db,
  )
  expect(rows.length).toBeGreaterThan(0)
})
