import { randomUUID } from 'node:crypto'

import { type ClientConfig, Pool } from 'pg'

import type { StoredCase } from '../src/engine/ports.ts'
import type { Payload } from './sql-limit.ts'

const TAKE_KEY = `insert into idempotency_keys (actor, key, request_hash, case_id, created_at)
  values ('bare', $1, $1, $2, now())`
const LOCK = 'select * from bare_cases where id = $1 for update'
const WRITE = `with moved as (
  update bare_cases set snapshot = $2, version = version + 1, changed_at = now()
  where id = $1 returning id, version
), entered as (
  insert into bare_journal (case_id, seq, at, actor, message, state)
  select id, version, now(), 'bare', $3, '{}' from moved
)
insert into audit_inbox (entry) values ($4)`

/** Tables of their own for the bare statements, a row for each lane. */
export async function makeBareTables(options: ClientConfig): Promise<void> {
  const pool = new Pool({ ...options, max: 1 })
  await pool.query('create table bare_cases (like cases including all)')
  await pool.query('create table bare_journal (like journal including defaults including identity)')
  await pool.query(
    'alter table bare_journal alter effects drop not null, alter dropped drop not null, alter status drop not null, alter authority drop not null, add primary key (case_id, seq)',
  )
  await pool.query('insert into bare_cases select * from cases')
  await pool.query(`update bare_cases set id = 'lane-' || place from (
    select id as was, row_number() over (order by id) - 1 as place from bare_cases) numbered where id = was`)
  await pool.end()
}

export function payloadOf({ snapshot }: StoredCase): Payload {
  return {
    snapshot: JSON.stringify(snapshot),
    message: JSON.stringify({ type: 'fill', data: { firstNames: 'Storm' } }),
    audit: JSON.stringify({ action: 'case.fill', actor: 'bare', detail: 'x'.repeat(200) }),
  }
}

/** The statements of one step and nothing else: no machine, no checks, no reading of what came back. */
export function openBareLoop(options: ClientConfig, { snapshot, message, audit }: Payload) {
  const pool = new Pool({ ...options, max: 12, idleTimeoutMillis: 100 })
  pool.on('error', () => {}) // the server may stop before its last goodbye is read
  return {
    close: () => pool.end(),
    run: async (lane: number) => {
      const client = await pool.connect()
      const id = `lane-${lane}`
      await client.query('begin')
      await client.query({ name: 'key', text: TAKE_KEY, values: [randomUUID(), id] })
      await client.query({ name: 'lock', text: LOCK, values: [id] })
      await client.query({ name: 'write', text: WRITE, values: [id, snapshot, message, audit] })
      await client.query('commit')
      client.release()
    },
  }
}
