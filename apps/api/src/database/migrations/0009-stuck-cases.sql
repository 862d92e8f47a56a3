-- Since when a stuck case is kept by its cause. A retry that fails goes on counting; getting further begins anew.
create table stuck_spells (
  case_id text primary key references cases (id) on delete cascade,
  cause text not null,
  -- Where the case's own work stood.
  place jsonb not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null check (times >= 1)
);
create function note_stuck() returns trigger language plpgsql as $$
begin
  insert into stuck_spells (case_id, cause, place, first_at, last_at, times)
  values (new.id, new.stuck_cause, coalesce(new.snapshot #> '{value,work}', 'null'),
    new.changed_at, new.changed_at, 1)
  on conflict (case_id) do update set
    first_at = case when stuck_spells.cause = excluded.cause and stuck_spells.place = excluded.place
      then stuck_spells.first_at else excluded.first_at end,
    times = case when stuck_spells.cause = excluded.cause and stuck_spells.place = excluded.place
      then stuck_spells.times + 1 else 1 end,
    cause = excluded.cause, place = excluded.place, last_at = excluded.last_at;
  return null;
end $$;
-- Only a case that becomes stuck pays for it.
create trigger cases_become_stuck after update of stuck_cause on cases for each row
  when (new.stuck_cause is not null and new.stuck_cause is distinct from old.stuck_cause)
  execute function note_stuck();
create trigger cases_open_stuck after insert on cases for each row
  when (new.stuck_cause is not null) execute function note_stuck();
insert into stuck_spells (case_id, cause, place, first_at, last_at, times)
  select id, stuck_cause, coalesce(snapshot #> '{value,work}', 'null'), changed_at, changed_at, 1
  from cases where stuck_cause is not null;
create index cases_stuck on cases (authority, stuck_cause, id) where stuck_cause is not null;
create index cases_to_decide on cases (authority, id) where status = 'inDoubt';

-- Stuck cases that somebody has ordered to be resumed: the first alone, and the rest only once that one is proven.
create table resume_runs (
  id text primary key,
  authority text not null,
  cause text not null,
  -- Who ordered it, as signed in then.
  ordered_by jsonb not null,
  state text not null check (state in ('running', 'paused', 'stopped', 'done')),
  -- Why it is not running.
  reason text,
  per_second double precision not null check (per_second > 0),
  -- One of its cases was proven since it was last set going: until then they go one by one.
  proven boolean not null default false,
  ordered_at timestamptz not null,
  start_at timestamptz not null,
  next_at timestamptz not null,
  ended_at timestamptz,
  -- The process that carries it out, as in the queue of effects.
  lease_until timestamptz,
  fence bigint
);
create index resume_runs_due on resume_runs (next_at) where state = 'running';
create index resume_runs_latest on resume_runs (authority, ordered_at desc, id);

create table resume_items (
  run_id text not null references resume_runs (id) on delete cascade,
  place integer not null,
  case_id text not null references cases (id) on delete cascade,
  state text not null check (state in
    ('waiting', 'probing', 'following', 'verified', 'notVerified', 'stillFailing', 'notReady', 'passed')),
  -- A stable word: what the probe met, or where the case stands instead.
  reason text,
  -- The version that was probed, and the one that the resume made.
  seen_version integer,
  resumed_version integer,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (run_id, place)
);
create index resume_items_case on resume_items (case_id);
-- A case is resumed by one run at a time.
create unique index resume_items_under_way on resume_items (case_id)
  where state in ('waiting', 'probing', 'following');

-- What was last read back of a save that got no answer, numbers and protected values covered.
create table evidence (
  submission_id text primary key references submissions (id) on delete cascade,
  case_id text not null references cases (id) on delete cascade,
  at timestamptz not null,
  -- After the settle time: absence counts.
  final boolean not null,
  found jsonb not null,
  -- How often a person has asked for another look.
  asked integer not null default 0
);
create index evidence_case on evidence (case_id);

-- What somebody who may not decide proposes; void as soon as the case has moved.
create table decision_proposals (
  case_id text primary key references cases (id) on delete cascade,
  version integer not null,
  outcome text not null check (outcome in ('applied', 'notApplied')),
  reason text not null,
  against text,
  proposed_by text not null,
  proposed_at timestamptz not null
);
