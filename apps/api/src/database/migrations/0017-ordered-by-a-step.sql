-- A case that a step of an undo or a correction opened was ordered, also where that was not yet said in so many words: the one
-- that ordered it was told of a refusal, and its journal leads to where it stands only if it says so.
with ordered as (
  update journal set message = message || '{"ordered": true}'::jsonb
  from cases join effects on effects.case_id = cases.parent_id and effects.effect_id = cases.parent_effect
  where journal.case_id = cases.id and journal.seq = 1 and not journal.message ? 'ordered'
    and effects.type in ('compensate', 'openCorrection')
  returning journal.case_id
)
update cases set snapshot = jsonb_set(snapshot, '{context,ordered}', 'true')
from ordered where cases.id = ordered.case_id;
