-- A store that comes back without its last commits is told by the submission log what it has forgotten. Such a row was not
-- written before its save left: what stood in the register by then, and what was to stand, is not known.
alter table submissions
  alter column entries_before drop not null,
  alter column expected drop not null,
  add column recovered_at timestamptz,
  -- The save that came upon it: until then nobody has asked the register about it.
  add column met_by text,
  -- What the submission log says became of it, where it knows more than the store.
  add column logged_state text,
  -- How often the register was asked about it, and when it first showed nothing of it (register's clock).
  add column rounds integer not null default 0,
  add column absent_at timestamptz,
  add constraint submissions_known check (recovered_at is not null or (entries_before is not null and expected is not null));

-- A case that was set back comes to the same effect again, and may be ahead of an intent that was lost.
alter table submissions drop constraint submissions_case_id_effect_id_key;
create unique index submissions_by_effect on submissions
  (case_id, effect_id, (case when recovered_at is null then '' else id end));
drop index submissions_unresolved;
create unique index submissions_unresolved on submissions (case_id, report)
  where state in ('sending', 'inDoubt') and recovered_at is null;

-- Sent for a case that the store no longer has: nobody can ask about it but an operator.
create table lost_submissions (
  id text primary key,
  case_id text not null,
  effect_id text not null,
  report integer not null,
  attempt integer not null,
  logged_state text not null,
  service text not null,
  authority text not null,
  request_hash text not null,
  dialogue text not null,
  watermark timestamptz not null,
  logged_at timestamptz not null,
  found_at timestamptz not null
);

-- What was logged before was forgotten on purpose, with the cases: in development alone.
create table forgotten_submissions (
  before timestamptz not null
);
