-- Every way to list cases has an index in the order of the list: a page costs the same however many cases there are.
create index cases_event on cases (authority, event, changed_at desc, id desc);
create index cases_assignee on cases (authority, assignee, changed_at desc, id desc) where assignee is not null;
-- What is over is late for nothing.
drop index cases_deadline;
create index cases_deadline on cases (authority, deadline)
  where deadline is not null and status not in ('withdrawn', 'undone', 'completed');
-- Whom a draft is about stands only in what was typed.
create index cases_draft_data on cases using gin ((snapshot -> 'context' -> 'data')) where status = 'draft';
