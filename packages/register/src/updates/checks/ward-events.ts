import { ifGiven } from './check.ts'
import { inOrder, notBeforeBirth, notInFuture } from './dates.ts'
import {
  guardianFitsRelation,
  guardianIsFree,
  isGuardianshipKind,
  needsGuardian,
} from './guardians.ts'
import type { EventChecks } from './layers.ts'
import { differ, evenDead, isOfAge, isSomebody, living } from './people.ts'
import { endsRow, noneActive } from './rows.ts'

const guardian = [
  isSomebody('RELPNR', living),
  differ('PNR', 'RELPNR'),
  ifGiven('RELPNR', isOfAge('RELPNR')),
  guardianIsFree,
]

export const wardEvents: EventChecks = {
  'under-guardianship': [
    [isSomebody('PNR', living)],
    [isGuardianshipKind, guardianFitsRelation],
    [...guardian, isOfAge('PNR'), noneActive('guardianship')],
    [notInFuture(), notBeforeBirth('PNR'), inOrder('HDTO', 'SLETDATO')],
  ],
  'under-guardianship-cessation': [
    [isSomebody('PNR', evenDead)],
    [endsRow({ entity: 'guardianship' }, 'HDTO')],
  ],
  guardian: [
    [isSomebody('PNR', living)],
    [guardianFitsRelation],
    [...guardian, needsGuardian],
    [notInFuture(), notBeforeBirth('PNR')],
  ],
  'guardian-discharge': [
    [isSomebody('PNR', living)],
    [endsRow({ entity: 'guardian', at: 'VAERGETS' }, 'HDTO')],
  ],
}
