import type { Value } from '../effects.ts'

/** The five lines of a field as columns of a row. */
export function linesOf(field: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    [1, 2, 3, 4, 5].map((line): [string, Value] => [`line${line}`, { field, line }]),
  )
}
