-- What a case's step changes, whole or not at all: one call where single statements took ten, as round trips are what a step
-- costs, and several steps in one statement. Answers the case's number, null where the case stands at another version, and
-- then nothing was written; and what the writer has taken on of what the step asks for, leased as if claimed. Whatever else
-- stands in the way fails, and takes the whole statement with it:
--   SG001  another worker holds the effect that is answered, or the case no longer wants it
--   SG002  the key was used before
--   SG003  another case has the turn
-- Processes of two versions call it while they take each other's place: one that needs another gets another name.
create function write_step(step jsonb, out number text, out taken jsonb) language plpgsql as $$
declare
  given record;
  stood record;
  ask record;
  opener text;
  asked_at timestamptz;
  pnrs text[];
begin
  select * into given from jsonb_to_record(step) as one (
    -- The case, and the version that the step began at; 0: it is opened.
    id text, was integer, version integer, snapshot jsonb, status text, stuck_cause text, assignee text, deadline date,
    edited_by text, at timestamptz, definition_hash text, machine_version integer, opening jsonb,
    -- What happened, what is wanted of the queue and no longer wanted, and for the audit trail.
    entries jsonb, asks jsonb, dropped jsonb, audit jsonb, settle_seconds double precision,
    -- The order's key, and the effect that is answered.
    key jsonb, effect_id text, fence bigint,
    -- Who takes on what is asked for, and since when lookups are counted.
    worker text, morning timestamptz,
    -- What else follows from it.
    view jsonb, looked_up_at timestamptz, persons jsonb, takes_turn boolean, gives_turn boolean, asks_turn jsonb, forgets_view boolean);

  if given.was = 0 then
    insert into case_numbers (year, last) values ((given.opening ->> 'year')::integer, 1)
      on conflict (year) do update set last = case_numbers.last + 1
      returning year || '-' || lpad(last::text, 6, '0') as number into stood;
    insert into cases (id, number, event, definition_hash, machine_version, authority, parent_id, parent_effect, follow_on,
      snapshot, version, status, stuck_cause, assignee, deadline, purpose, opened_by, edited_by, opened_at, changed_at)
    values (given.id, stood.number, given.opening ->> 'event', given.definition_hash, given.machine_version,
      given.opening ->> 'authority', given.opening ->> 'parent_id', given.opening ->> 'parent_effect', given.opening ->> 'follow_on',
      given.snapshot, given.version, given.status, given.stuck_cause, given.assignee, given.deadline,
      given.opening ->> 'purpose', given.edited_by, given.edited_by, given.at, given.at)
    returning cases.number, authority, event into stood;
  else
    update cases set snapshot = given.snapshot, version = given.version, status = given.status, stuck_cause = given.stuck_cause,
      assignee = given.assignee, deadline = given.deadline, edited_by = coalesce(given.edited_by, edited_by),
      changed_at = given.at, definition_hash = given.definition_hash, machine_version = given.machine_version
    where id = given.id and version = given.was and machine_version <= given.machine_version
    returning cases.number, authority, event into stood;
    if not found then return; end if;
  end if;

  if given.key is not null then
    insert into idempotency_keys (actor, key, request_hash, case_id, created_at)
    values (given.key ->> 'owner', given.key ->> 'key', given.key ->> 'request_hash', given.id, given.at)
    on conflict do nothing;
    if not found then raise 'the key was used before' using errcode = 'SG002'; end if;
  end if;

  if given.effect_id is not null then
    update effects set state = 'done', lease_until = null
    where case_id = given.id and effect_id = given.effect_id and fence = given.fence and state = 'open';
    if not found then raise 'effect % of % is held by another', given.effect_id, given.id using errcode = 'SG001'; end if;
  end if;
  if given.takes_turn then
    if exists (
      select from person_turns mine
      join person_turns other on other.pnr = mine.pnr and other.case_id <> mine.case_id
      where mine.case_id = given.id and (other.held or other.position < mine.position)
    ) then raise 'another case has the turn' using errcode = 'SG003'; end if;
    -- Two cases that did not see each other meet in the unique index, and one of them comes again.
    update person_turns set held = true where case_id = given.id;
  end if;

  insert into journal (case_id, seq, authority, at, actor, message, effects, dropped, state, status)
  select given.id, seq, stood.authority, given.at, actor, message, effects, dropped, state, entry.status
  from jsonb_to_recordset(given.entries) as entry (seq integer, actor text, message jsonb, effects jsonb, dropped jsonb,
    state jsonb, status text)
  order by seq;

  if given.dropped is not null then
    update effects set state = 'dropped', lease_until = null
    where case_id = given.id and state = 'open' and effect_id in (select jsonb_array_elements_text(given.dropped));
  end if;
  if given.asks is not null then
    for ask in
      select effect, effect ->> 'id' as id, effect ->> 'type' as type, class, clock, due, takes
      from jsonb_to_recordset(given.asks) as one (effect jsonb, class text, clock text, due timestamptz, takes boolean)
    loop
      opener := null;
      if ask.type in ('validate', 'save') then
        -- A conversation goes on with the process that opened it, as the register knows it by that one's token.
        select effects.worker, due_at into opener, asked_at from effects
        where case_id = given.id and type in ('initiate', 'validate')
        order by effects.fence desc nulls last limit 1;
        ask.takes := ask.takes and opener = given.worker;
        ask.due := least(now(), asked_at);
      elsif ask.clock = 'real' then
        ask.due := now();
      elsif ask.type = 'settle' then
        -- It settles from when the save left, however long the first look back took; once it was seen to be absent, a minute more.
        select coalesce(max(greatest(watermark + given.settle_seconds * interval '1 second', absent_at + interval '60 seconds')), ask.due)
          into ask.due
        from submissions where case_id = given.id;
      end if;
      if ask.takes then
        insert into effects (case_id, effect_id, authority, event, type, class, effect, clock, worker, lease_until, fence, attempts,
          due_at, created_at)
        values (given.id, ask.id, stood.authority, stood.event, ask.type, ask.class, ask.effect, ask.clock,
          given.worker, now() + interval '120 seconds', nextval('effect_fences'), 1, ask.due, now())
        returning jsonb_build_object('id', effect_id, 'fence', effects.fence::text, 'paid', 0) into taken;
        if ask.class = 'lookup' then
          taken := jsonb_set(taken, '{paid}', (
            select to_jsonb(count(*)) from gctp_messages
            where case_id = given.id and action = 'read' and reply is not null
              and gctp_messages.at > greatest(given.morning, (
                select max(journal.at) from journal where case_id = given.id and message ->> 'type' = 'resume'))));
        end if;
      else
        insert into effects (case_id, effect_id, authority, event, type, class, effect, clock, worker, due_at, created_at)
        values (given.id, ask.id, stood.authority, stood.event, ask.type, ask.class, ask.effect, ask.clock,
          opener, ask.due, now());
      end if;
    end loop;
  end if;
  if given.audit is not null then
    insert into audit_inbox (entry) select entry from jsonb_array_elements(given.audit) as entry;
  end if;

  if given.view is not null then
    insert into case_views (case_id, view, looked_up_at) values (given.id, given.view, given.looked_up_at)
    on conflict (case_id) do update set view = excluded.view, looked_up_at = excluded.looked_up_at;
  end if;
  if given.persons is not null then
    delete from case_persons where case_id = given.id;
    insert into case_persons (case_id, role, pnr)
    select given.id, role, pnr from jsonb_to_recordset(given.persons) as person (role text, pnr text)
    on conflict do nothing;
  end if;

  if given.gives_turn then
    with gone as (delete from person_turns where case_id = given.id returning pnr)
    select array_agg(pnr) into pnrs from gone;
    if pnrs is not null then
      -- Taken in one order everywhere, so that two that wake the same cases do not lock each other out.
      with waiting as (
        select case_id, effect_id from effects
        where state = 'open' and type = 'waitForTurn'
          and case_id in (select case_id from person_turns where pnr = any (pnrs) and not held)
        order by case_id, effect_id for update
      )
      update effects set due_at = now() from waiting
      where effects.case_id = waiting.case_id and effects.effect_id = waiting.effect_id;
    end if;
  end if;
  if given.asks_turn is not null then
    -- In one place in the queue for all its persons, so that two cases can never wait for each other.
    with place as (select nextval('person_turn_positions') as position),
    concerned as (
      select jsonb_array_elements_text(given.asks_turn) as pnr
      union select jsonb_object_keys(case_views.view -> 'people') from case_views where case_id = given.id)
    insert into person_turns (pnr, case_id, position, asked_at)
    select pnr, given.id, place.position, given.at from place, concerned
    on conflict do nothing;
  end if;

  if given.forgets_view then
    -- All that the register showed but how people are addressed: a list of ended cases still says whom they were about.
    update case_persons set protected = (shown ->> 'protected')::boolean,
      name = case when shown ->> 'protected' = 'false' then shown ->> 'addressingName' end
    from case_views cross join jsonb_each(case_views.view -> 'people') as person (pnr, shown)
    where case_persons.case_id = given.id and case_views.case_id = given.id
      and person.pnr = case_persons.pnr and jsonb_typeof(shown) = 'object';
    delete from case_views where case_id = given.id;
  end if;
  number := stood.number;
end $$;
