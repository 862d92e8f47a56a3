import type { Value } from '../effects.ts'
import { code, lines, pnr, text } from '../fields.ts'
import { byAddress, byNumber, neededWith } from '../rules/guardian-named-rules.ts'
import { say } from '../text.ts'
import { linesOf } from './lines-of.ts'

/** How a decision names a guardian, and the columns that it gives. */

export const guardianFields = {
  guardianRelation: code('guardian-relations', say('Værgerelation', 'Guardian relation'), {
    wire: 'RELTYP',
    required: true,
  }),
  guardianPersonnummer: pnr(say('Værges personnummer', 'Personnummer of the guardian'), {
    wire: 'RELPNR',
    requiredWhen: neededWith(byNumber),
  }),
  guardianName: text(34, say('Værges navn', 'Name of the guardian'), {
    wire: 'RELADRSAT',
    requiredWhen: neededWith(byAddress),
  }),
  guardianAddress: lines(say('Værges adresse', 'Address of the guardian'), {
    wire: 'RELTXT',
    requiredWhen: neededWith(byAddress),
  }),
}

export const guardianColumns: Readonly<Record<string, Value>> = {
  guardianRelation: { field: 'guardianRelation' },
  guardianPersonnummer: { pnrOf: 'guardian' },
  guardianName: { field: 'guardianName' },
  ...linesOf('guardianAddress'),
}
