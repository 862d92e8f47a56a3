import type { Check } from './check.ts'

/** Checks by event, in layers. */
export type EventChecks = Readonly<Record<string, readonly (readonly Check[])[]>>
