import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { ClientConfig } from 'pg'

const run = promisify(execFile)

/** What a command's step asks of the database, as one transaction without anybody around it. */
const SCRIPT = `begin;
insert into idempotency_keys (actor, key, request_hash, case_id, created_at)
  values ('bare', gen_random_uuid()::text, 'bare', 'lane-' || :client_id, now());
select * from bare_cases where id = 'lane-' || :client_id for update;
with moved as (
  update bare_cases set snapshot = :snapshot, version = version + 1, changed_at = now()
  where id = 'lane-' || :client_id returning id, version
), entered as (
  insert into bare_journal (case_id, seq, at, actor, message, state)
  select id, version, now(), 'bare', :message, '{}' from moved
)
insert into audit_inbox (entry) values (:audit);
commit;
`

// The server takes forty, the engine has some of them, and from a dozen on more only get in each other's way.
const MOST_CLIENTS = 24

export interface Payload {
  readonly snapshot: string
  readonly message: string
  readonly audit: string
}

/** Transactions per second of the bare statements, by PostgreSQL's own pgbench: what no engine above it can pass. */
export async function openSqlLimit(options: ClientConfig, payload: Payload) {
  await findPgbench()
  const directory = await mkdtemp(join(tmpdir(), 'sagsgang-pgbench-'))
  const script = join(directory, 'step.sql')
  await writeFile(script, SCRIPT)
  const variables = Object.entries(payload).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const address = ['-h', String(options.host), '-U', String(options.user)]
  return {
    perSecond: async (lanes: number, seconds: number): Promise<number> => {
      const clients = Math.min(lanes, MOST_CLIENTS)
      const size = ['-c', String(clients), '-j', String(Math.min(lanes, 2)), '-T', String(seconds)]
      const how = ['-n', '-M', 'prepared', '-f', script]
      const { stdout } = await run('pgbench', [
        ...address,
        ...size,
        ...how,
        ...variables,
        String(options.database),
      ])
      const [, figure] = /^tps = ([\d.]+)/mu.exec(stdout) ?? []
      if (figure === undefined) throw new Error('pgbench told no figure')
      return Number(figure)
    },
    close: () => rm(directory, { recursive: true, force: true }),
  }
}

async function findPgbench(): Promise<void> {
  await run('pgbench', ['--version']).catch((cause: unknown) => {
    throw new Error('the bare limit is measured by pgbench: install the package postgresql', {
      cause,
    })
  })
}
