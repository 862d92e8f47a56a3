import type { Text } from './text.ts'

/** What the register takes and nothing here reports yet: follow-ons lead to it, and people must know what it is. */
export const namesToCome: Readonly<Record<string, Text>> = {
  'migration.correct-current': {
    da: 'Udrejse-/indrejsedata - ret nuværende',
    en: 'Departure and entry data - correct current',
  },
}
