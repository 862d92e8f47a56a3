import type { Check } from './check.ts'
import { notBeforeBirth, notInFuture } from './dates.ts'
import {
  holdersFit,
  holdersLive,
  noSecondParent,
  notNamedYet,
  notOwnChild,
  oneOrTwoHolders,
  someAdopter,
} from './kin.ts'
import type { EventChecks } from './layers.ts'
import {
  differ,
  evenDead,
  isMinor,
  isSomebody,
  isSomebodyOrUnknown,
  living,
  namedByText,
} from './people.ts'
import { endsRow } from './rows.ts'

const ofTheirTime: readonly Check[] = [notInFuture(), notBeforeBirth('PNR')]

const secondParent = [
  [isSomebody('PNR', living), isSomebodyOrUnknown('FPNR', evenDead)],
  [differ('PNR', 'FPNR'), namedByText('FPNR', 'FARNVN'), noSecondParent, notOwnChild('FPNR')],
  ofTheirTime,
]

export const familyEvents: EventChecks = {
  paternity: secondParent,
  'co-maternity': secondParent,
  'parental-authority': [
    [isSomebody('PNR', living)],
    [oneOrTwoHolders],
    [holdersFit],
    [holdersLive],
    [...ofTheirTime, isMinor('PNR')],
  ],
  'parental-authority-cessation': [
    [isSomebody('PNR', evenDead)],
    [endsRow({ entity: 'parentalAuthority', by: { relation: 'RELTYP' } }, 'HDTO')],
  ],
  adoption: [
    [isSomebody('PNR', living), isSomebody('MPNR', living), isSomebody('FPNR', living)],
    [
      someAdopter,
      differ('PNR', 'MPNR'),
      differ('PNR', 'FPNR'),
      differ('MPNR', 'FPNR'),
      notOwnChild('MPNR'),
      notOwnChild('FPNR'),
    ],
    ofTheirTime,
  ],
  naming: [[isSomebody('PNR', evenDead)], [notNamedYet], ofTheirTime],
}
