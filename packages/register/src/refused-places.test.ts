import { expect, test } from 'vitest'

import { addDays } from './dates.ts'
import { has, lacks, living, resident, status } from './forms/forming.ts'
import { home, married, rulingsOn, someone, today } from './forms/refused.ts'
import type { Refused } from './forms/refused.ts'

/** What the register refuses by itself about places, whoever asks. */

const yesterday = addDays(today, -1)
const wife = someone(married)
const protectedOne = someone(has('protection'), living)

const newcomer = {
  STATLANDEKOD: '5120',
  FORNVN: 'Ada',
  EFTERNVN: 'Ny',
  FOEDMYNKOD: '5120',
  FKIRK: 'U',
  INDRLANDEKOD: '5120',
  UDLANDSADR1: 'Storgatan',
  CIVST: 'G',
  ...home,
}
const newborn = { FODT: '19900101', KON: 'K' }

const cases: readonly Refused[] = [
  {
    what: 'an entry of the spouse of another',
    service: 'INDRU-I',
    keys: newborn,
    data: { ...newcomer, AEGTEPNR: wife },
    ruling: 'marriedElsewhere',
  },
  {
    what: 'an entry from Denmark itself',
    service: 'INDRU-I',
    keys: newborn,
    data: { ...newcomer, CIVST: 'U', INDRLANDEKOD: '5100' },
    ruling: 'outOfRange',
  },
  {
    what: 'an entry on a road that is none',
    service: 'GENIND-I',
    keys: { PNR: someone(status('80')) },
    data: { INDRLANDEKOD: '5120', UDLANDSADR1: 'Storgatan', ...home, VEJKOD: '1234' },
    ruling: 'noRoad',
  },
  {
    what: 'a departure of somebody who is abroad',
    service: 'UDREJ-I',
    keys: { PNR: someone(status('80')) },
    data: { UDRLANDEKOD: '5120' },
    ruling: 'wrongStatus',
  },
  {
    what: 'a departure ahead of its day',
    service: 'UDREJ-I',
    keys: { PNR: someone(resident) },
    data: { UDRLANDEKOD: '5120', HDTO: addDays(today, 3) },
    ruling: 'future',
  },
  {
    what: 'a return of somebody at home',
    service: 'GENFIN-I',
    keys: { PNR: someone(resident) },
    data: home,
    ruling: 'wrongStatus',
  },
  {
    what: 'a second order to leave',
    service: 'FLYTPB-I',
    keys: { PNR: someone(has('relocationOrder')) },
    data: { FRAFLYTDATO: addDays(today, 30), PAABUDKOD: '1' },
    ruling: 'activeRow',
  },
  {
    what: 'the lifting of no order',
    service: 'FLYTPB-I',
    keys: { PNR: someone(resident, lacks('relocationOrder')) },
    data: { SLETDATO: today },
    ruling: 'noActiveRow',
  },
  {
    what: 'an address that ends before it starts',
    service: 'SUPADR-I',
    keys: { PNR: someone(resident) },
    data: { STARTDATO: today, SLETDATO: yesterday, ADR1: 'Alle 4' },
    ruling: 'endBeforeStart',
  },
  {
    what: 'an end that is far ahead',
    service: 'KONADR-I',
    keys: { PNR: someone(has('contactAddress')) },
    data: { SLETDATO: addDays(today, 40) },
    ruling: 'tooFarAhead',
  },
  {
    what: 'a protection that is closed',
    service: 'BESKYT-I',
    keys: { PNR: someone(resident) },
    data: { BESKYTTYP: '00004', STARTDATO: today },
    ruling: 'closedType',
  },
  {
    what: 'the end of a protection nobody has',
    service: 'BESKYT-I',
    keys: { PNR: protectedOne },
    data: { BESKYTTYP: '00005', SLETDATO: today },
    ruling: 'noActiveRow',
  },
]

test.each(cases)('$what is refused', (refused) => {
  expect(rulingsOn(refused)).toContain(refused.ruling)
})
