-- The queue is shared out among the events, so that each effect says whose it is.
alter table effects add column event text;
update effects set event = cases.event from cases where cases.id = effects.case_id;
alter table effects alter column event set not null;
-- How often its holder was lost over it: what has ended processes is carried out with nothing beside it.
alter table effects add column losses integer not null default 0;

-- By class, as some wait while the register is closed; a million timers of next year stand behind what is due today.
drop index effects_ready;
create index effects_due on effects (class, due_at, created_at) where state = 'open';
create index effects_due_of_event on effects (class, event, due_at, created_at) where state = 'open';
-- No index holds the lease, so that a claim rewrites a row in its place, which takes room on its page.
alter table effects set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index effects_suspect on effects (due_at) where state = 'open' and losses > 1;

-- By the clock that all processes share: how old a gap in the positions is hangs on it. Null: older than any gap.
alter table journal add column written_at timestamptz;
alter table journal alter column written_at set default clock_timestamp();

-- Who signs on to the register as this user does so one at a time, and all share the count by which it locks them out.
create table sign_ons (
  register_user text primary key,
  wrong integer not null default 0,
  reason text,
  -- Of the password that was refused: another one is worth a try.
  password_salt bytea,
  password_hash bytea,
  -- How far the journal had come by then: whoever resumes a case after it says that it is settled.
  position bigint,
  -- Who is at it, and until when they count as alive.
  holder text,
  held_until timestamptz
);
drop index journal_resumed;
create index journal_resumptions on journal (position) where message ->> 'type' = 'resume';
