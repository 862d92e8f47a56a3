import {
  isCouple,
  isPair,
  mayMarry,
  mayPartner,
  notSeparated,
  spouseDied,
  spousePointsBack,
} from './couples.ts'
import { notBeforeBirth, notBeforeCurrent, notBeforeLast, notInFuture } from './dates.ts'
import { notRelated } from './kin.ts'
import type { EventChecks } from './layers.ts'
import {
  differ,
  evenDead,
  isOfAge,
  isSomebody,
  isSomebodyOrUnknown,
  living,
  namedByText,
} from './people.ts'
import { endsRow, noneActive } from './rows.ts'

const weddingPeople = [
  [isSomebody('PNR', living), isSomebodyOrUnknown('SPNR', living)],
  [differ('PNR', 'SPNR'), namedByText('SPNR', 'AEGTENVN')],
]
const grownAndUnrelated = [isOfAge('PNR'), isOfAge('SPNR'), notRelated('PNR', 'SPNR')]
const weddingDay = [
  notInFuture(),
  notBeforeBirth('PNR', 'SPNR'),
  notBeforeCurrent('civilStatus', 'PNR', 'SPNR'),
]
const endDay = [notInFuture(), notBeforeCurrent('civilStatus', 'PNR')]

export const coupleEvents: EventChecks = {
  'marriage-entry': [
    ...weddingPeople,
    [
      mayMarry('PNR', 'SPNR'),
      mayMarry('SPNR', 'PNR'),
      ...grownAndUnrelated,
      notSeparated('PNR'),
      notSeparated('SPNR'),
    ],
    weddingDay,
  ],
  // A wrong wedding is annulled although one of them has died since: then no couple stands any longer.
  'marriage-annulment': [[isSomebody('PNR', evenDead)], [isPair('G')], endDay],
  'partnership-entry': [
    ...weddingPeople,
    [mayPartner('PNR'), mayPartner('SPNR'), ...grownAndUnrelated],
    weddingDay,
  ],
  'partnership-annulment': [[isSomebody('PNR', living)], [isPair('P')], endDay],
  'partnership-dissolution': [[isSomebody('PNR', living)], [isPair('P')], endDay],
  'separation-entry': [
    [isSomebody('PNR', living)],
    [isCouple, spousePointsBack, noneActive('separation')],
    [...endDay, notBeforeLast('separation')],
  ],
  'separation-cessation': [
    [isSomebody('PNR', living)],
    [endsRow({ entity: 'separation' }, 'HDTO')],
    [notInFuture()],
  ],
  divorce: [[isSomebody('PNR', living)], [isPair('G')], endDay],
  widowhood: [[isSomebody('PNR', living)], [isCouple, spouseDied], endDay],
}
