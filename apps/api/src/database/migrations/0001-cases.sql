-- A case, where its journal leaves it. Written by step() only; the columns beside the snapshot are what lists search by.
create table cases (
  id text primary key,
  number text not null unique,
  event text not null,
  -- Hash of the event's definition and chart that the snapshot was made under.
  definition_hash text not null,
  authority text not null,
  parent_id text references cases (id),
  -- The effect of the parent that opened it: one case per effect, however often the effect is delivered.
  parent_effect text,
  follow_on text,
  snapshot jsonb not null,
  version integer not null check (version >= 1),
  status text not null,
  -- Fingerprint of what keeps a stuck case; null while well.
  stuck_cause text,
  assignee text,
  deadline date,
  purpose text not null,
  opened_by text not null,
  edited_by text not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  unique (parent_id, parent_effect)
);
create index cases_queue on cases (authority, changed_at desc, id desc);
create index cases_status on cases (authority, status, changed_at desc, id desc);
create index cases_parent on cases (parent_id);
create index cases_deadline on cases (authority, deadline) where deadline is not null;

-- Running numbers per year: 2026-000041.
create table case_numbers (
  year integer primary key,
  last integer not null
);

create table case_persons (
  case_id text not null references cases (id),
  role text not null,
  pnr text not null,
  primary key (case_id, role, pnr)
);
create index case_persons_pnr on case_persons (pnr);

-- What happened. Append only; position is the order over all cases, fed to subscribers.
create table journal (
  position bigint generated always as identity primary key,
  case_id text not null references cases (id),
  seq integer not null,
  authority text not null,
  at timestamptz not null,
  actor text not null,
  message jsonb not null,
  effects jsonb not null,
  dropped jsonb not null,
  state jsonb not null,
  status text not null,
  unique (case_id, seq)
);

-- The queue. A row is inserted with the journal entry that asks for it and closed in the transaction that takes in its outcome.
create table effects (
  case_id text not null references cases (id),
  effect_id text not null,
  authority text not null,
  type text not null,
  class text not null check (class in ('lookup', 'update', 'timer', 'internal')),
  -- The effect as the journal has it: id, type and payload.
  effect jsonb not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped', 'dead')),
  -- The clock that due_at is read on: days and waiting go by the register's, the rest by the real one.
  clock text not null check (clock in ('real', 'register')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  lease_until timestamptz,
  -- The run of a worker that holds the lease, and the number that only its latest holder knows.
  worker text,
  fence bigint,
  last_failure text,
  created_at timestamptz not null,
  primary key (case_id, effect_id)
);
create index effects_ready on effects (due_at) where state = 'open';
create sequence effect_fences;

-- At most one unresolved report per person at a time: who holds the turn, and who has asked, in the order of asking.
-- All persons of a case share one position, so that two cases never wait for each other.
create table person_turns (
  pnr text not null,
  case_id text not null references cases (id),
  position bigint not null,
  held boolean not null default false,
  asked_at timestamptz not null,
  primary key (pnr, case_id)
);
create unique index person_turns_held on person_turns (pnr) where held;
create index person_turns_case on person_turns (case_id);
create sequence person_turn_positions;

-- One row per intent to change the register: written before the save call leaves.
create table submissions (
  id text primary key,
  case_id text not null references cases (id),
  effect_id text not null,
  report integer not null,
  attempt integer not null,
  state text not null check (state in ('sending', 'confirmed', 'refused', 'warned', 'unsent', 'waiting', 'inDoubt', 'notApplied')),
  service text not null,
  authority text not null,
  actor text not null,
  request_hash text not null,
  dialogue text not null,
  -- The register's clock when the intent was written: where read-back begins to look.
  watermark timestamptz not null,
  -- Interval-lookup entries of the persons before the save, so that only new ones count as proof.
  entries_before jsonb not null,
  expected jsonb not null,
  fence bigint,
  output jsonb,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (case_id, effect_id)
);
create unique index submissions_unresolved on submissions (case_id, report) where state in ('sending', 'inDoubt');

-- What the register showed for a case: personal data, kept out of the snapshot and deleted when the case ends.
create table case_views (
  case_id text primary key references cases (id),
  view jsonb not null,
  looked_up_at timestamptz not null
);

-- The case's conversation with the register, passwords left out.
create table gctp_messages (
  id bigint generated always as identity primary key,
  case_id text references cases (id),
  at timestamptz not null,
  service text not null,
  action text not null,
  effect_id text,
  request text not null,
  reply text,
  outcome text not null,
  milliseconds integer not null
);
create index gctp_messages_case on gctp_messages (case_id, id);

create table idempotency_keys (
  actor text not null,
  key text not null,
  request_hash text not null,
  case_id text,
  -- Where the case stood then, for orders that are answered by what came of it.
  version integer,
  created_at timestamptz not null,
  primary key (actor, key)
);

-- Hash chain over every lookup, update and refusal. Append only.
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  role text not null,
  authority text not null,
  action text not null,
  case_id text,
  -- HMAC of the personnummer, so that rows of one person are found without holding the number.
  person_ref text,
  purpose text,
  service text,
  outcome text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null
);
create index audit_case on audit (case_id);
create index audit_person on audit (person_ref);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
