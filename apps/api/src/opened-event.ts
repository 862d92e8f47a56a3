import type { FollowOn } from '@sagsgang/events'

/** The event, or the operation of maintenance, that the case of a follow-on is of. */
export function openedEvent({ target }: Pick<FollowOn, 'target'>): string {
  return target.type === 'event' ? target.event : target.operation
}
