-- How people were addressed when their case ended and its view was deleted: no name of anybody protected. Null: never looked up.
alter table case_persons add column name text;
alter table case_persons add column protected boolean check (protected is distinct from true or name is null);
