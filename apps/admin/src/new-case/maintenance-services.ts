import type { Kind, Operation } from '../history/rows.ts'
import { type EventSummary, matches } from './event-groups.ts'

export interface KindServices {
  readonly kind: Kind
  readonly services: readonly {
    readonly operation: Operation
    readonly service: EventSummary
  }[]
}

/** The services of each kind of data that somebody searches for: by its own name, or by that of the kind. */
export const findServices = (
  kinds: readonly Kind[],
  services: readonly EventSummary[],
  words: string,
): readonly KindServices[] => {
  const byId = new Map(services.map((service) => [service.event, service]))
  return kinds.flatMap((kind) => {
    const found = kind.operations.flatMap((operation) => {
      const service = byId.get(operation.id)
      return service !== undefined && matches(service, words) ? [{ operation, service }] : []
    })
    return found.length === 0 ? [] : [{ kind, services: found }]
  })
}
