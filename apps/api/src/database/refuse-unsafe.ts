import { type Kysely, sql } from 'kysely'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import type { Database } from './schema.ts'

/** What a server says of itself. */
export interface ServerSettings {
  readonly version: number
  readonly encoding: string
  /** Settings without which it may lose what it has acknowledged, and those of them that are off. */
  readonly off: readonly string[]
  readonly isStandby: boolean
  readonly isReadOnly: boolean
}

const OLDEST = 150_000

/** Refuses a server that may lose or cannot hold what it is given: one sentence for whoever set `DATABASE_URL`. */
export async function refuseUnsafe(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<ServerSettings>`
    select current_setting('server_version_num')::integer as version,
      current_setting('server_encoding') as encoding,
      array(select name from pg_settings
        where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name) as off,
      pg_is_in_recovery() as "isStandby",
      current_setting('default_transaction_read_only')::boolean as "isReadOnly"`
    .execute(db)
    .catch((cause: unknown) => {
      throw new StartRefused(whyUnreached(cause), isUntrusted(cause) ? CONFIGURATION_EXIT : 1, {
        cause,
      })
    })
  const why = rows[0] && whyUnsafe(rows[0])
  if (why) throw new StartRefused(why, CONFIGURATION_EXIT)
}

/** Undefined for a server that all can be left to. */
export function whyUnsafe(server: ServerSettings): string | undefined {
  const { version, encoding, off, isStandby, isReadOnly } = server
  if (version < OLDEST) return 'DATABASE_URL names a PostgreSQL older than 15'
  if (isStandby) {
    return 'DATABASE_URL names a standby, which takes no writes: name the primary, or a proxy that leads to it'
  }
  if (off[0] !== undefined) {
    return `the server of DATABASE_URL runs with ${off[0]} off and may lose cases: turn it on`
  }
  if (encoding !== 'UTF8') {
    return `the database of DATABASE_URL is encoded in ${encoding} and cannot hold every name: make it with UTF8`
  }
  if (isReadOnly) {
    return 'the database of DATABASE_URL is read-only: turn default_transaction_read_only off'
  }
  return undefined
}

const UNTRUSTED =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_|ERR_SSL_)/u

function whyUnreached(cause: unknown): string {
  if (codeOf(cause) === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return 'the certificate of the server of DATABASE_URL is made out to another host: name it as its certificate does'
  }
  if (isUntrusted(cause)) {
    return 'the certificate of the server of DATABASE_URL is not trusted: set DATABASE_CA_FILE to the authority that issued it'
  }
  if (cause instanceof Error && /does not support SSL/u.test(cause.message)) {
    return 'the server of DATABASE_URL does not speak TLS, which it must from another host: turn its ssl on'
  }
  return 'the database of DATABASE_URL does not answer'
}

function isUntrusted(cause: unknown): boolean {
  return UNTRUSTED.test(codeOf(cause))
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : ''
}
