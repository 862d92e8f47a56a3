import { unknownPnr } from '@sagsgang/events'
import { placeOf } from '@sagsgang/machines'
import type { Context, Snapshot } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'

/**
 * At most one unresolved report per person at a time. A case asks for all its persons at once and in one place in the
 * queue, so two cases can never wait for each other; it gives its turn up once its rows are read back. Whom it only looked at
 * is asked for too: what a move does to a child hangs on where the other parent lives.
 *
 * True when no other case stands before this one with any of its persons; from then on the turn is held. Whoever gives
 * a turn up wakes the effect: it is held while looking, or a waking in between would be overwritten by going back to sleep.
 */
export async function takeTurn(
  trx: Kysely<Database>,
  caseId: string,
  effectId: string,
): Promise<boolean> {
  await sql`select from effects where case_id = ${caseId} and effect_id = ${effectId} for update`.execute(
    trx,
  )
  const { rows } = await sql<{ busy: boolean }>`
    select exists (
      select from person_turns mine
      join person_turns other on other.pnr = mine.pnr and other.case_id <> mine.case_id
      where mine.case_id = ${caseId} and (other.held or other.position < mine.position)
    ) as busy`.execute(trx)
  if (rows[0]?.busy !== false) return false
  // Two cases that did not see each other meet in the unique index, and one of them comes again.
  await trx.updateTable('person_turns').set({ held: true }).where('case_id', '=', caseId).execute()
  return true
}

/**
 * Whether the case keeps its turn: from asking until its rows have been read back, or it is known that they cannot be. Else
 * the next one's rows would be taken for a mistake in these.
 */
export function keepsTurn(snapshot: Snapshot): boolean {
  const { value, context } = snapshot
  const work = typeof value === 'string' ? value : value['work']
  if (work === 'offering') return true
  if (typeof work !== 'object') return false
  return 'reporting' in work || (placeOf(snapshot) === 'verifying' && isReadingBack(context))
}

function isReadingBack({ open, differences }: Context): boolean {
  const isAsked = Object.values(open).some((one) => one.type === 'verify' && !one.failed)
  return isAsked && differences.length === 0
}

/** Everybody whose turn a case needs. */
export function personsOf({ context }: Snapshot): string[] {
  const pnrs = context.persons.map(({ pnr }) => pnr).filter((pnr) => pnr !== unknownPnr)
  return [...new Set(pnrs)].toSorted()
}
