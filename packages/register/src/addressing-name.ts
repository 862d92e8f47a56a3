import type { Columns } from './rows.ts'

const longest = 34

/** What a name gives when nobody sets the addressing name by hand: surname, comma, first names. */
export function addressingNameFrom({ lastName, firstNames }: Columns): string | null {
  const parts = [lastName, firstNames].filter((part) => part != null && part !== '')
  return parts.length === 0 ? null : parts.join(',').slice(0, longest).trimEnd()
}
