import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { realTimers } from '../edges.ts'
import { withDatabase } from '../testing/database.ts'
import { answer, until, withStages } from '../testing/stage.ts'
import type { Answer, EffectHandlers, Handled, Recording } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

const TABLES = [
  'cases',
  'journal',
  'effects',
  'case_persons',
  'case_views',
  'submissions',
  'person_turns',
  'audit_inbox',
  'gctp_messages',
  'idempotency_keys',
  'case_numbers',
]

/** Every row there is. */
async function everything(): Promise<readonly string[]> {
  const tables = await Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await sql<{ row: string }>`
        select ${table}::text || t::text as row from ${sql.table(table)} t order by 1`.execute(
        database.db(),
      )
      return rows.map(({ row }) => row)
    }),
  )
  return tables.flat()
}

const tenLeasesLater = () =>
  sql`update effects set lease_until = now() - interval '20 minutes' where lease_until is not null`.execute(
    database.db(),
  )

const noteIt: (caseId: string) => Recording = (caseId) => async (trx) => {
  await sql`insert into gctp_messages (case_id, at, service, action, request, outcome, milliseconds)
    values (${caseId}, now(), 'STAM', 'read', 'frozen', '0', 1)`.execute(trx)
}

type Held = 'lookUp' | 'save' | 'verify' | 'initiate'

const late: Readonly<Record<Held, Answer>> = {
  lookUp: { type: 'lookedUp' },
  initiate: { type: 'failed', reason: 'tooLate' },
  save: { type: 'saved', output: {}, persons: [], acceptedOn: '20261123' },
  verify: { type: 'verified', differences: [] },
}

const byHand: Partial<EffectHandlers> = {
  readBack: () => answer({ type: 'proven', output: {}, persons: [], acceptedOn: '20261123' }),
}

test.each(Object.keys(late).map((name) => [name]))(
  'a worker frozen in %s for ten leases writes nothing',
  async (name) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names are the table's own
    const held = name as Held
    const gate = Promise.withResolvers<Handled>()
    let calls = 0
    const freeze = () => {
      calls += 1
      return gate.promise
    }
    let isFrozen = false
    const frozen = await stageWith({
      handlers: { ...byHand, [held]: freeze },
      engine: {
        timers: { ...realTimers, every: () => () => {} },
        isRegisterOpen: () => !isFrozen,
      },
    })
    const { id } = await frozen.opened()
    await frozen.send(id, 'submit')
    await until(
      async () => calls,
      (count) => count === 1,
    )
    isFrozen = true
    await tenLeasesLater()
    const other = await stageWith({ handlers: byHand, workers: 'some' })
    await other.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
    await other.stop()
    const before = await everything()
    gate.resolve({
      type: 'answer',
      answer: late[held],
      record: noteIt(id),
      renumbered: [{ from: '0101010101', to: '0202020202', exceptFinder: false }],
    })
    await frozen.stop()
    expect(await everything()).toEqual(before)
    expect(calls).toBe(1)
  },
)
