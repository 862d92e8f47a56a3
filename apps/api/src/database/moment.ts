import { sql, type RawBuilder } from 'kysely'

/** A moment as everybody outside reads it: of UTC, to the millisecond. */
export function toMoment(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
