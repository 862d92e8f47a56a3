import type { Value } from '../effects.ts'

/** The three parts of a name as the form gives them, as columns of a row. */
export const nameColumns = {
  firstNames: { field: 'firstNames' },
  middleName: { field: 'middleName' },
  lastName: { field: 'lastName' },
} as const satisfies Readonly<Record<string, Value>>
