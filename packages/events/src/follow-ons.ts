import type { CompensationStep, FollowOn } from './define-event.ts'
import type { Entity } from './entities.ts'
import type { Text } from './text.ts'

type FollowOnSpec = Omit<FollowOn, 'key' | 'target' | 'for' | 'after' | 'separateCase'> &
  Partial<Pick<FollowOn, 'after' | 'separateCase'>>

/** `children under 18` → `children-under-18`. */
function slug(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** An event that an accepted one gives access to; its key is the event at whom it is for. */
export function followOn(event: string, whom: Text, spec: FollowOnSpec): FollowOn {
  return {
    after: [],
    separateCase: false,
    ...spec,
    key: `${event}@${slug(whom.en)}`,
    target: { type: 'event', event },
    for: whom,
  }
}

/** One that is offered, never demanded. */
export function optional(
  event: string,
  whom: Text,
  spec: Omit<FollowOnSpec, 'mode' | 'onPrimaryUndo'> & Partial<Pick<FollowOn, 'onPrimaryUndo'>>,
): FollowOn {
  return followOn(event, whom, { onPrimaryUndo: 'keep', ...spec, mode: 'optional' })
}

/** Former data that take the place of the event, or rows that it makes wrong. */
export function formerData(operation: string, whom: Text, spec: FollowOnSpec): FollowOn {
  return {
    ...followOn(operation, whom, spec),
    target: { type: 'maintenance', operation },
  }
}

/** A step of an undo, by the key of the follow-on; null for the event itself, always last. */
export function undoStep(
  followOnKey: string | null,
  operation: string,
  entity: Entity,
  how: { readonly policy?: 'undo' | 'review'; readonly together?: true } = {},
): CompensationStep {
  return {
    followOn: followOnKey,
    policy: how.policy ?? 'undo',
    operation,
    entity,
    together: how.together ?? false,
  }
}
