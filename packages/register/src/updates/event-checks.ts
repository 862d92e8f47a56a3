import {
  differ,
  isMarried,
  isOfAge,
  isSomebody,
  isSomebodyOrUnknown,
  mayMarry,
  namedByText,
  noSecondParent,
  notBeforeBirth,
  notBeforeCurrent,
  notInFuture,
  notNamedYet,
  notRelated,
  notSeparated,
  roadExists,
  spouseDied,
  spousePointsBack,
} from './checks.ts'
import type { Check } from './checks.ts'

/** What each event is refused for, in layers: the next is judged once the one before is clean. */

const living = ['01', '03', '05', '07', '20', '70', '80']
const evenDead = [...living, '90']
const resident = ['01', '03', '05', '07']

export const eventChecks: Readonly<Record<string, readonly (readonly Check[])[]>> = {
  'FODSEL-I': [
    [isSomebodyOrUnknown('MPNR', evenDead), isSomebody('FPNR', evenDead)],
    [differ('MPNR', 'FPNR')],
    [notInFuture('FODT')],
  ],
  'NAVNG-I': [[isSomebody('PNR', evenDead)], [notNamedYet], [notInFuture(), notBeforeBirth('PNR')]],
  'FADER-I': [
    [isSomebody('PNR', living), isSomebodyOrUnknown('FPNR', evenDead)],
    [differ('PNR', 'FPNR'), namedByText('FPNR', 'FARNVN'), noSecondParent],
    [notInFuture(), notBeforeBirth('PNR')],
  ],
  'FLYT-I': [
    [isSomebody('PNR', resident)],
    [roadExists],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('address', 'PNR')],
  ],
  'VIELS-I': [
    [isSomebody('PNR', living), isSomebodyOrUnknown('SPNR', living)],
    [differ('PNR', 'SPNR'), namedByText('SPNR', 'AEGTENVN')],
    [
      mayMarry('PNR', 'SPNR'),
      mayMarry('SPNR', 'PNR'),
      isOfAge('PNR'),
      isOfAge('SPNR'),
      notRelated('PNR', 'SPNR'),
      notSeparated('PNR'),
      notSeparated('SPNR'),
    ],
    [notInFuture(), notBeforeBirth('PNR', 'SPNR'), notBeforeCurrent('civilStatus', 'PNR', 'SPNR')],
  ],
  'NAVNA-I': [
    [isSomebody('PNR', living)],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('name', 'PNR')],
  ],
  'ADRNVN-I': [[isSomebody('PNR', living)], [notInFuture(), notBeforeCurrent('name', 'PNR')]],
  'DOD-I': [
    [isSomebody('PNR', living)],
    [spousePointsBack],
    [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('civilStatus', 'PNR')],
  ],
  'ENKE-I': [
    [isSomebody('PNR', living)],
    [isMarried, spouseDied],
    [notInFuture(), notBeforeCurrent('civilStatus', 'PNR')],
  ],
}
