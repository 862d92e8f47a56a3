import type { Client } from 'pg'

// A journal is as long as its case was busy; so much of it is enough for the tables to be as large as they would be.
const ENTRIES = 6

/**
 * Most of what an authority has ever reported is over; the rest stands wherever cases stand: one template of each standing, so
 * that the smallest store fills a page of every list, too.
 */
const TEMPLATES = `
  create temporary table if not exists templates as
  select row_number() over (order by status = 'completed' desc, id) as place, id
  from (
    select distinct on (status, stuck_cause is null, assignee is null, deadline is null) status, id
    from cases where authority = '0851' and id not like 'copy-%'
    order by status, stuck_cause is null, assignee is null, deadline is null, id) standing`

const CASES = `
  with chosen as (
    select n, id as template from generate_series($1::integer, $2::integer) n
    join templates on place = case when n % 10 = 0 then 1 + n / 10 % (select max(place) from templates) else 1 end)
  insert into cases select (c).*
  from chosen join cases original on original.id = template
  cross join lateral (select jsonb_populate_record(original, jsonb_build_object(
    'id', 'copy-' || n, 'number', '1999-' || lpad(n::text, 9, '0'), 'parent_id', null, 'parent_effect', null,
    'changed_at', now() - n * interval '1 minute')) as c) copied`

const REST = [
  `insert into case_persons (case_id, role, pnr, name, protected)
   select 'copy-' || n, 'person', lpad(n::text, 10, '0'), 'Storm Andersen', false
   from generate_series($1::integer, $2::integer) n`,
  `insert into journal (case_id, seq, authority, at, actor, message, effects, dropped, state, status)
   select 'copy-' || n, seq, authority, at, actor, message, effects, dropped, state, status
   from generate_series($1::integer, $2::integer) n
   cross join (select * from journal where case_id = (select id from templates where place = 1) and seq <= ${ENTRIES}) entry`,
  // Timers far ahead: deadlines of cases that nobody will see again in this run.
  `insert into effects (case_id, effect_id, authority, event, type, class, effect, clock, due_at, created_at)
   select 'copy-' || n, '1/0', '0851', 'move', 'deadline', 'timer', '{"id":"1/0","type":"deadline","payload":{}}', 'register',
     now() + interval '1 year', now()
   from generate_series($1::integer, $2::integer) n where n % 10 = 0`,
]

const BATCH = 20_000

/** Copies of the cases that are there, up to so many. */
export async function multiplyCases(store: Client, size: number): Promise<void> {
  await store.query(TEMPLATES)
  const { rows } = await store.query<{ count: number }>(
    `select count(*)::integer as count from cases where id like 'copy-%'`,
  )
  for (let from = (rows[0]?.count ?? 0) + 1; from <= size; from += BATCH) {
    const range = [from, Math.min(from + BATCH - 1, size)]
    await store.query('begin')
    for (const statement of [CASES, ...REST]) await store.query(statement, range)
    await store.query('commit')
  }
  await store.query('vacuum analyze')
  await store.query('checkpoint')
}
