-- Every case says whether another one ordered it, and what was chosen with its undo: those that stand say that nothing was.
update cases set snapshot = jsonb_set(snapshot, '{context}',
  '{"ordered": false, "undoChoice": {"also": [], "seen": null}}'::jsonb || (snapshot -> 'context'))
where not (snapshot -> 'context') ?& array['ordered', 'undoChoice'];
