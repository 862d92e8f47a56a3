-- Badges and the list of the overdue are answered by their index alone, and no case is fetched to be counted or sorted.
drop index cases_assignee;
create index cases_assignee on cases (authority, assignee, changed_at desc, id desc) include (status)
  where assignee is not null;
drop index cases_deadline;
create index cases_deadline on cases (authority, deadline) include (changed_at, id)
  where deadline is not null and status not in ('withdrawn', 'undone', 'completed');
