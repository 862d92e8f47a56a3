import { findDefinition, type EventDefinition, type Text } from '@sagsgang/events'

/** The definition of an event or a maintenance operation that a stored case names. */
export function definitionOf(event: string): EventDefinition {
  const definition = findDefinition(event)
  if (definition === undefined)
    throw new Error(`a case names "${event}", which the catalogue lacks`)
  return definition
}

/** An event's or an operation's name; the id where the catalogue does not have it yet. */
export function nameOf(event: string): Text {
  return findDefinition(event)?.name ?? { da: event, en: event }
}

/** `010190••••`: enough to recognise, too little to use. */
export function maskPnr(pnr: string): string {
  return `${pnr.slice(0, 6)}-••••`
}
