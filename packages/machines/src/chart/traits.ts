import type { EventDefinition, FollowOn } from '@sagsgang/events'

/** What a definition says about the shape of its chart. */
export interface Traits {
  /** Its rows are corrected by a case that it opens; a correction is itself corrected by taking it back. */
  readonly isCorrectable: boolean
  readonly regions: readonly FollowOn[]
  /** Some follow-on can hold the case open. */
  readonly isGated: boolean
}

export function traitsOf(definition: EventDefinition): Traits {
  const regions = definition.followOns.filter(({ whenTrue }) => whenTrue !== 'instead')
  return {
    isCorrectable: definition.kind.type === 'event' && definition.maintenance.length > 0,
    regions,
    isGated: regions.some(({ separateCase }) => !separateCase),
  }
}

/** Once it applies it must end before the case does. */
export function isRequired({ mode, whenTrue }: FollowOn): boolean {
  return mode === 'required' || (mode === 'conditional' && whenTrue === 'required')
}

/** Where to go inside a region. State keys may hold the dot of a maintenance operation, ids may not. */
export function stateId({ key }: FollowOn, state: string): string {
  return `#${key.replaceAll('.', '-')}:${state}`
}

export function eventOf({ target }: FollowOn): string {
  return target.type === 'event' ? target.event : target.operation
}
