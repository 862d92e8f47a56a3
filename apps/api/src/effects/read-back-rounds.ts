import type { ExpectedChange } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'

// Each costs money and is noted on the person: what so many did not settle, a person does.
const MOST_ROUNDS = 6

/** Counts one more look at the register; false where it was asked often enough. */
export async function beginRound(executor: Kysely<Database>, id: string): Promise<boolean> {
  const { rows } = await sql`
    update submissions set rounds = rounds + 1 where id = ${id} and rounds < ${MOST_ROUNDS}
    returning id`.execute(executor)
  return rows.length === 1
}

export async function giveRoundBack(executor: Kysely<Database>, id: string): Promise<void> {
  await sql`update submissions set rounds = rounds - 1 where id = ${id}`.execute(executor)
}

/** When the register first showed nothing of it. */
export async function noteAbsence(
  executor: Kysely<Database>,
  of: { readonly id: string; readonly at: Date },
): Promise<void> {
  await sql`update submissions set absent_at = ${of.at} where id = ${of.id} and absent_at is null`.execute(
    executor,
  )
}

/** What one that the store forgot was to write, now that it has been worked out again. */
export async function keepExpected(
  executor: Kysely<Database>,
  of: { readonly id: string; readonly expected: readonly ExpectedChange[] },
): Promise<void> {
  await sql`
    update submissions set expected = ${JSON.stringify(of.expected)}::jsonb
    where id = ${of.id} and expected is null`.execute(executor)
}
