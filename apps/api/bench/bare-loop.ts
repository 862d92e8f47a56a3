import { randomUUID } from 'node:crypto'

import { type ClientConfig, Pool } from 'pg'

import type { StoredCase } from '../src/engine/ports.ts'

const TAKE_KEY = `insert into idempotency_keys (actor, key, request_hash, case_id, created_at)
  values ('bare', $1, $1, $2, now())`
const LOCK = 'select * from cases where id = $1 for update'
const WRITE = `with moved as (
  update bare_cases set snapshot = $2, version = version + 1, changed_at = now()
  where id = $1 returning id, version
), entered as (
  insert into bare_journal (case_id, seq, at, actor, message, state)
  select id, version, now(), 'bare', $3, '{}' from moved
)
insert into audit_inbox (entry) values ($4)`

/** The statements of one step and nothing else: no machine, no checks, no reading of what came back. */
export async function openBareLoop(options: ClientConfig, cases: readonly StoredCase[]) {
  const pool = new Pool({ ...options, max: 12 })
  pool.on('error', () => {}) // the server may stop before its last goodbye is read
  await pool.query('create table bare_cases (like cases including all)')
  await pool.query('create table bare_journal (like journal including defaults including identity)')
  await pool.query(
    'alter table bare_journal alter effects drop not null, alter dropped drop not null, alter status drop not null, alter authority drop not null, add primary key (case_id, seq)',
  )
  await pool.query('insert into bare_cases select * from cases')
  const message = JSON.stringify({ type: 'fill', data: { firstNames: 'Storm' } })
  const audit = JSON.stringify({ action: 'case.fill', actor: 'bare', detail: 'x'.repeat(200) })
  return {
    close: () => pool.end(),
    run: async (lane: number) => {
      const stored = cases[lane]
      if (stored === undefined) throw new Error('a lane without a case')
      const client = await pool.connect()
      await client.query('begin')
      await client.query(TAKE_KEY, [randomUUID(), stored.id])
      await client.query(LOCK, [stored.id])
      await client.query(WRITE, [stored.id, JSON.stringify(stored.snapshot), message, audit])
      await client.query('commit')
      client.release()
    },
  }
}
