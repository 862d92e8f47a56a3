import type { Fields } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { civil, has, lacks, living, pick, resident, status } from './forms/forming.ts'
import {
  child,
  danish,
  forming,
  grown,
  hasFather,
  hasNoFather,
  married,
  rulingsOn,
  someone,
  spouseOf,
  store,
  today,
} from './forms/refused.ts'
import type { Refused } from './forms/refused.ts'
import { column, currentRow } from './rows.ts'
import type { Person } from './rows.ts'

/** What the register refuses by itself about people and their rows, whoever asks. */

const benefit = (person: Person, name: string) => column(person, 'municipalCondition', name)
const hasBenefitInAalborg = (person: Person): boolean =>
  benefit(person, 'conditionType') === '3' && benefit(person, 'municipality') === '0851'
const wife = someone(married)
const ward = someone(has('guardianship'))
const closedOne = someone(status('50'))
const minorOne = someone(child, hasFather, living)
const holder = (RELTYP: string, RELPNR = ''): Fields => ({ RELTYP, ...(RELPNR && { RELPNR }) })

function numberOf(person: Person | undefined): string {
  return (person && currentRow(person, 'alienNumber')?.columns['alienNumber']) ?? ''
}

const cases: readonly Refused[] = [
  {
    what: 'the divorce of people not married to each other',
    service: 'SKILS-I',
    keys: { PNR: wife, SPNR: someone(married, ({ pnr }) => pnr !== spouseOf(wife)) },
    data: { BEVILLING: '26-1' },
    ruling: 'notMarried',
  },
  {
    what: 'a divorce that leaves out the spouse',
    service: 'SKILS-I',
    keys: { PNR: wife },
    data: { BEVILLING: '26-1' },
    ruling: 'missingField',
  },
  {
    what: 'the divorce of a widow',
    service: 'SKILS-I',
    keys: { PNR: someone(civil('E')) },
    data: { BEVILLING: '26-1' },
    ruling: 'wrongCivilStatus',
  },
  {
    what: 'the annulment of a marriage as a partnership',
    service: 'PARTS-I',
    keys: { PNR: wife, SPNR: spouseOf(wife) },
    ruling: 'wrongCivilStatus',
  },
  {
    what: 'a second separation',
    service: 'SEPI-I',
    keys: { PNR: someone(has('separation')) },
    data: { BEVILLING: '26-1' },
    ruling: 'activeRow',
  },
  {
    what: 'the end of no separation',
    service: 'SEPH-I',
    keys: { PNR: someone(married, lacks('separation')) },
    ruling: 'noActiveRow',
  },
  {
    what: 'a third holder of authority',
    service: 'FORMYN-I',
    keys: { PNR: minorOne },
    tables: { FORAELDREMYN: [holder('00003'), holder('00004'), holder('00005', wife)] },
    ruling: 'holderCount',
  },
  {
    what: 'authority of a parent who is not there',
    service: 'FORMYN-I',
    keys: { PNR: someone(child, living, hasNoFather) },
    tables: { FORAELDREMYN: [holder('00004')] },
    ruling: 'noParent',
  },
  {
    what: 'authority of the dead',
    service: 'FORMYN-I',
    keys: { PNR: minorOne },
    tables: { FORAELDREMYN: [holder('00005', someone(status('90')))] },
    ruling: 'wrongStatus',
  },
  {
    what: 'authority over somebody of age',
    service: 'FORMYN-I',
    keys: { PNR: someone(grown, resident) },
    tables: { FORAELDREMYN: [holder('00005', wife)] },
    ruling: 'ofAge',
  },
  {
    what: 'an adoption by nobody',
    service: 'ADOPT-I',
    keys: { PNR: minorOne },
    data: { KOD: 'FULL' },
    ruling: 'noAdopter',
  },
  {
    what: 'a home shared with a stranger',
    service: 'DELTBO-I',
    keys: { PNR: someone(child, living, lacks('sharedResidence')) },
    data: { ANDENPNR: someone(grown, living, lacks('kinship')) },
    ruling: 'notTheParent',
  },
  {
    what: 'a second guardianship',
    service: 'UMYND-I',
    keys: { PNR: ward },
    data: { VAERGETYP: '6-PART', RELTYP: '00000' },
    ruling: 'activeRow',
  },
  {
    what: 'a guardian who is a ward',
    service: 'VAERGE-I',
    keys: { PNR: ward },
    data: {
      RELTYP: '00001',
      RELPNR: someone(has('guardianship'), living, ({ pnr }) => pnr !== ward),
    },
    ruling: 'isWard',
  },
  {
    what: 'a guardian of somebody who needs none',
    service: 'VAERGE-I',
    keys: { PNR: someone(grown, resident, lacks('guardianship')) },
    data: { RELTYP: '00002', RELADRSAT: 'Bo Lind' },
    ruling: 'noWard',
  },
  {
    what: 'the discharge of a guardian nobody knows',
    service: 'VAERGE-I',
    keys: { PNR: ward },
    data: { VAERGETS: '20200101120000000000' },
    ruling: 'noActiveRow',
  },
  {
    what: 'an alien number of a Dane',
    service: 'UDLNR-I',
    keys: { PNR: someone(resident, danish) },
    data: { UDLNR: '12345678' },
    ruling: 'isDanish',
  },
  {
    what: 'an alien number that somebody has',
    service: 'UDLNR-I',
    keys: { PNR: someone(living, (person) => !danish(person), lacks('alienNumber')) },
    data: { UDLNR: numberOf(pick(forming, has('alienNumber'), living)) },
    ruling: 'alienNumberTaken',
  },
  {
    what: 'the reactivation of a number that stands',
    service: 'GENAKT-I',
    keys: { PNR: wife },
    data: { STATUS: '01' },
    ruling: 'notClosed',
  },
  {
    what: 'a reactivation beside the wrong number',
    service: 'GENAKT-I',
    keys: { PNR: closedOne },
    data: { STATUS: '01', MODPNR: wife },
    ruling: 'notItsNumber',
  },
  {
    what: 'a status that the rows do not give',
    service: 'GENAKT-I',
    keys: { PNR: closedOne },
    data: { STATUS: '80', MODPNR: store.find(closedOne)?.validPnr ?? '' },
    ruling: 'statusLacksRows',
  },
  {
    what: 'the leaving of a church by no member',
    service: 'FKIRKE-I',
    keys: { PNR: someone(living, (person) => column(person, 'church', 'churchRelation') !== 'F') },
    ruling: 'noActiveRow',
  },
  {
    what: 'a citizenship before the one that stands',
    service: 'STATB-I',
    keys: { PNR: someone(grown, living, danish) },
    data: { LANDEKOD: '5120', HDTO: '19000101' },
    ruling: 'beforeBirth',
  },
  {
    what: 'a condition that another municipality keeps',
    service: 'KOMFOR-I',
    keys: { PNR: someone(hasBenefitInAalborg, living) },
    data: { KOMFORHTYP: '3', KOMFORHKOD: '00012', MYNKOD: '0573' },
    ruling: 'notYourRow',
  },
  {
    what: 'a vote of somebody under age',
    service: 'EUVALG-I',
    keys: { PNR: someone(child, resident) },
    data: { VALGKODE: '0002', STARTDATO: today },
    ruling: 'underage',
  },
]

test.each(cases)('$what is refused', (refused) => {
  expect(rulingsOn(refused)).toContain(refused.ruling)
})
