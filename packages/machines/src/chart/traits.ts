import type { EventDefinition, FollowOn } from '@sagsgang/events'

/** What a definition says about the shape of its chart. */
export interface Traits {
  readonly isMaintenance: boolean
  /** Its rows can be taken back by a plan of its own. */
  readonly isUndoable: boolean
  readonly isCorrectable: boolean
  readonly regions: readonly FollowOn[]
  /** Some follow-on can hold the case open. */
  readonly isGated: boolean
}

export function traitsOf(definition: EventDefinition): Traits {
  const isMaintenance = definition.kind.type === 'maintenance'
  const regions = definition.followOns.filter(({ whenTrue }) => whenTrue !== 'instead')
  return {
    isMaintenance,
    isUndoable: !isMaintenance && definition.undo.steps.length > 0,
    isCorrectable: !isMaintenance && definition.maintenance.length > 0,
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
