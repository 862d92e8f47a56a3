-- The version of the machines that wrote a case last: a process of an older one leaves it alone. Those from before this column
-- are of version 1.
alter table cases add column machine_version integer not null default 1 check (machine_version >= 1);

-- Cases to be moved by hand: proposed by one person, approved by another.
create table landings (
  id text primary key,
  case_id text not null references cases (id) on delete cascade,
  authority text not null,
  place text not null,
  reason text not null,
  -- It was proposed for this version; any other is another case.
  case_version integer not null,
  -- Over the case, its version, the place and the reason: what is approved is what was proposed.
  payload_hash text not null,
  state text not null default 'open' check (state in ('open', 'approved', 'rejected', 'void')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  rejection text,
  check ((state = 'open') = (decided_at is null)),
  -- Four eyes.
  check (state <> 'approved' or (decided_by is not null and decided_by <> proposed_by))
);
create unique index landings_open on landings (case_id) where state = 'open';
create index landings_case on landings (case_id, proposed_at desc);
