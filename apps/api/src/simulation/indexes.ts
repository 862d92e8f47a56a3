import type { Client } from 'pg'

/**
 * Rows that are alike by what an index says come in the order in which they lie, which the worlds before this one decide
 * over: here each place in an index is a row's own.
 */
const WITHOUT_TIES = `
  drop index effects_due, effects_due_of_event, effects_suspect, cases_parent, person_turns_case, case_persons_pnr;
  create index effects_due on effects (class, due_at, created_at, case_id, effect_id) where state = 'open';
  create index effects_due_of_event on effects (class, event, due_at, created_at, case_id, effect_id) where state = 'open';
  create index effects_suspect on effects (due_at, created_at, case_id, effect_id) where state = 'open' and losses > 1;
  create index cases_parent on cases (parent_id, id);
  create index person_turns_case on person_turns (case_id, pnr);
  create index case_persons_pnr on case_persons (pnr, case_id, role);`

/** What people look through: nobody does here, and it costs each step more than the row itself. */
const LISTS = `
  drop index cases_assignee, cases_deadline, cases_draft_data, cases_event, cases_queue, cases_status, cases_stuck, cases_to_decide`

export async function fitIndexes(client: Client): Promise<void> {
  await client.query(WITHOUT_TIES)
  await client.query(LISTS)
}
