-- What was sent for a case that is gone is settled by somebody who has asked the register's owner, and stays on file.
alter table lost_submissions
  add column decided_at timestamptz,
  add column decided_by text,
  add column outcome text check (outcome in ('applied', 'notApplied')),
  add column reason text,
  add constraint lost_submissions_decided check (num_nonnulls(decided_at, decided_by, outcome, reason) in (0, 4));
