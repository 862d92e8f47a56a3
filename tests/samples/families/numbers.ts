import type { Family } from '../../src/proof/play-family.ts'
import { alienNumber } from '../events/alien-number.ts'
import { administrativePnr, atpPnr, taxPnr } from '../events/number-assignments.ts'
import { reactivateAnnulledPnr } from '../events/reactivate-annulled-pnr.ts'

export const numbers: Family = {
  name: 'numbers',
  samples: [taxPnr, atpPnr, administrativePnr, alienNumber, reactivateAnnulledPnr],
}
