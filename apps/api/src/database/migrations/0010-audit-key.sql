-- Which key the person references of the audit log are made with: all processes on one store must use the same. The key itself
-- lies beside the data, but for a demonstration, whose people are invented and whose processes must agree with nothing set.
create table audit_key (
  only_one boolean primary key default true check (only_one),
  fingerprint text not null,
  demo_key bytea
);
