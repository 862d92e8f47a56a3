import type { Text } from './text.ts'

/** Events of the register that have no definition yet: follow-ons lead to them, and people must know what they are. */
export const namesToCome: Readonly<Record<string, Text>> = {
}
