import { say } from '../text.ts'
import type { Text } from '../text.ts'

export interface Code {
  readonly code: string
  readonly name: Text
  /** For authority types: the four-digit codes that each covers. */
  readonly ranges?: readonly (readonly [string, string])[]
}

export type CodeList = readonly Code[]

/** Rows of `code, Danish, English`. */
export function listOfCodes(...rows: readonly (readonly [string, string, string])[]): CodeList {
  return rows.map(([code, da, en]) => ({ code, name: say(da, en) }))
}
