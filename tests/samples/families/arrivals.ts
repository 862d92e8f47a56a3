import type { Family } from '../../src/proof/play-family.ts'
import { departure } from '../events/departure.ts'
import { disappearance } from '../events/disappearance.ts'
import { entryWithPnr } from '../events/entry-with-pnr.ts'
import { entryWithoutPnr } from '../events/entry-without-pnr.ts'
import { reEntry } from '../events/re-entry.ts'
import { reappearance } from '../events/reappearance.ts'

export const arrivals: Family = {
  name: 'arrival, departure and absence',
  samples: [disappearance, reappearance, departure, reEntry, entryWithPnr, entryWithoutPnr],
}
