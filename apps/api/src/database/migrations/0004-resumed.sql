-- Whether somebody resumed a case lately is asked only while the register refuses to sign us on, and then by many cases.
create index journal_resumed on journal (at) where message ->> 'type' = 'resume';
