-- How the register's answers differ from what is described: counted, looked at by people, and never in the way of a case.
-- No sample says anything of anybody.
create table drift (
  -- Empty for a sign-on.
  service text not null check (length(service) <= 40),
  type text not null check (length(type) <= 40),
  place text not null check (length(place) <= 100),
  sample text not null check (length(sample) <= 100),
  count bigint not null check (count > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (service, type, place)
);
create index drift_last on drift (last_at);
