import type { EventDefinition } from '../define-event.ts'
import type { PartySource } from '../effects.ts'
import { entities } from '../entities.ts'
import type { Entity } from '../entities.ts'

/** A kind of rows, and the columns of it that matter. */
export interface LookedAt {
  readonly entity: Entity
  readonly columns: readonly string[]
}

/** What an event looks at beside what it writes: in the words of its effects and follow-ons, and to find its people. */
export function lookedAt(definition: EventDefinition): readonly LookedAt[] {
  const { effects, followOns, parties } = definition
  const said = [
    ...effects.flatMap(({ set, from, until, row, rowAt, when, derivedMark }) =>
      rowsSaid([set, from, until, row, rowAt, when, derivedMark]),
    ),
    ...followOns.flatMap(({ condition, prefill }) => rowsSaid([condition, prefill])),
  ]
  const found = Object.values(parties).flatMap((source) => rowsFinding(source) ?? [])
  return [...said, ...found.map((entity) => ({ entity, columns: [] }))]
}

/** Values and conditions name the rows they look at with one of these words. */
const wordsForRows = ['has', 'current', 'previous', 'ofRow']

function rowsSaid(words: unknown): readonly LookedAt[] {
  if (typeof words !== 'object' || words === null) return []
  const inside = Object.values(words).flatMap(rowsSaid)
  const named = wordsForRows.flatMap((word) => valueAt(words, word)).filter(isEntity)
  const columns = valueAt(words, 'column')
  return [...named.map((entity) => ({ entity, columns })), ...inside]
}

function valueAt(words: object, name: string): readonly string[] {
  const value: unknown = Object.entries(words).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? [value] : []
}

function isEntity(word: string): word is Entity {
  return word in entities
}

/** The rows by which one person leads to another. */
function rowsFinding(source: PartySource): Entity | null {
  if ('spouseOf' in source) return 'civilStatus'
  if ('childrenOf' in source || 'parentOf' in source) return 'kinship'
  return 'holdersOf' in source ? 'parentalAuthority' : null
}
