import { isFinal, type Snapshot } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import { askForTurn, giveUpTurn, keepsTurn } from './person-turns.ts'
import type { StoredCase } from './ports.ts'
import type { Course } from './transition.ts'

/** What else follows from a step, in its transaction: who is searched by, whose turn it is, what may be forgotten. */
export async function keepBooks(
  trx: Kysely<Database>,
  before: Snapshot | null,
  course: Course,
  now: Date,
): Promise<void> {
  const after = course.case.snapshot
  if (!before || personsIn(before) !== personsIn(after)) await writePersons(trx, course.case)
  if (before && keepsTurn(before) && !keepsTurn(after)) await giveUpTurn(trx, course.case.id)
  if (course.asked.some(({ type }) => type === 'waitForTurn')) {
    await askForTurn(trx, course.case, now)
  }
  if (before && !needsNoView(before) && needsNoView(after)) {
    await forgetView(trx, course.case.id)
  }
}

/** Whether a step of a case that stood before leaves all of that as it is. */
export function leavesBooks(before: Snapshot, course: Course): boolean {
  const after = course.case.snapshot
  return (
    personsIn(before) === personsIn(after) &&
    (!keepsTurn(before) || keepsTurn(after)) &&
    !course.asked.some(({ type }) => type === 'waitForTurn') &&
    (needsNoView(before) || !needsNoView(after))
  )
}

/** The case that takes this one's place begins with what this one saw. */
function needsNoView(snapshot: Snapshot): boolean {
  const open = Object.values(snapshot.context.open)
  return isFinal(snapshot) && !open.some(({ type }) => type === 'openReplacement')
}

function personsIn({ context }: Snapshot): string {
  return context.persons.map(({ role, pnr }) => `${role} ${pnr}`).join()
}

async function writePersons(trx: Kysely<Database>, stored: StoredCase): Promise<void> {
  const persons = JSON.stringify(stored.snapshot.context.persons)
  await trx.deleteFrom('case_persons').where('case_id', '=', stored.id).execute()
  await sql`
    insert into case_persons (case_id, role, pnr)
    select ${stored.id}, role, pnr from jsonb_to_recordset(${persons}::jsonb) as person (role text, pnr text)
    on conflict do nothing`.execute(trx)
}

/** All that the register showed but how people are addressed: a list of ended cases still says whom they were about. */
async function forgetView(trx: Kysely<Database>, caseId: string): Promise<void> {
  await sql`
    update case_persons p
    set protected = (shown ->> 'protected')::boolean,
      name = case when shown ->> 'protected' = 'false' then shown ->> 'addressingName' end
    from case_views v cross join jsonb_each(v.view -> 'people') as person (pnr, shown)
    where p.case_id = ${caseId} and v.case_id = p.case_id
      and person.pnr = p.pnr and jsonb_typeof(shown) = 'object'`.execute(trx)
  await trx.deleteFrom('case_views').where('case_id', '=', caseId).execute()
}
