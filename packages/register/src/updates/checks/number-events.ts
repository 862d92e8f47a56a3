import { ifGiven } from './check.ts'
import { notBeforeSpousesRow, spouseFitsStatus, spouseIsFree } from './couples.ts'
import { notBeforeCurrent, notBeforeOwnBirth, notInFuture } from './dates.ts'
import type { EventChecks } from './layers.ts'
import { alienNumberFree, counterpartFits, notDanish } from './numbers.ts'
import {
  differ,
  evenDead,
  isClosedNumber,
  isSomebody,
  isSomebodyOrUnknown,
  living,
} from './people.ts'
import { isAbroad, isCountry, isOneOf, roadExists } from './places.ts'

const numberGiven = [
  [isCountry('STATLANDEKOD')],
  [notInFuture('FODT'), notInFuture(), notBeforeOwnBirth],
]

export const numberEvents: EventChecks = {
  birth: [
    [isSomebodyOrUnknown('MPNR', evenDead), isSomebody('FPNR', evenDead)],
    [differ('MPNR', 'FPNR')],
    [notInFuture('FODT')],
  ],
  'tax-pnr': numberGiven,
  'atp-pnr': numberGiven,
  'administrative-pnr': numberGiven,
  'entry-without-pnr': [
    [
      isOneOf('CIVST', 'U', 'G', 'F', 'E', 'P', 'O', 'L'),
      isOneOf('FKIRK', 'F', 'U', 'A', 'M', 'S'),
      isCountry('STATLANDEKOD'),
      isAbroad('INDRLANDEKOD'),
    ],
    [
      isSomebody('AEGTEPNR', living),
      isSomebody('MPNR', evenDead),
      isSomebody('FPNR', evenDead),
      differ('MPNR', 'FPNR'),
      differ('MPNR', 'AEGTEPNR'),
      differ('FPNR', 'AEGTEPNR'),
    ],
    [spouseFitsStatus, spouseIsFree, roadExists],
    [
      notInFuture('FODT'),
      notInFuture(),
      notBeforeOwnBirth,
      ifGiven('CIVSTDATO', notInFuture('CIVSTDATO')),
      ifGiven('AEGTEPNR', notBeforeSpousesRow),
    ],
  ],
  'alien-number': [
    [isSomebody('PNR', living)],
    [notDanish, alienNumberFree],
    [notInFuture(), notBeforeCurrent('alienNumber', 'PNR')],
  ],
  'reactivate-annulled-pnr': [
    [isClosedNumber('PNR')],
    [isOneOf('STATUS', ...evenDead), differ('PNR', 'MODPNR'), counterpartFits],
    [notInFuture(), notBeforeCurrent('person', 'PNR')],
  ],
}
