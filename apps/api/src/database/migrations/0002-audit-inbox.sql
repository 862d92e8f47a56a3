-- Audit rows wait here, written in the same transaction as the act, until they are sealed into the chain.
-- One chain means one writer at a time; taking its lock inside every act would make all commits wait for one another.
create table audit_inbox (
  id bigint generated always as identity primary key,
  entry jsonb not null
);
