/**
 * Every service that reads, asked of somebody who has what it tells, and what it must say then. `journeys/lookups.test.ts` asks
 * each of them; `browser/lookups.spec.ts` finds the place and the form that each has in the page.
 */

export interface Reading {
  readonly service: string
  readonly kind: 'lookUp' | 'search'
  readonly keys: Readonly<Record<string, string>>
  /** Whose rows the register keeps under another name: they are held against each other. */
  readonly truth?: Truth
  /** Values that stand under a code. */
  readonly tells?: readonly [code: string, ...values: readonly string[]]
  /** Services that mark what was corrected and undone. */
  readonly marked?: 'AKX'
}

export interface Truth {
  readonly entity: string
  readonly column: string
  /** The code under which a service tells the column. */
  readonly code: string
  /** All valid rows, the current one alone, or all of them among others. */
  readonly shows: 'all' | 'current' | 'among'
}

const bettina = { PNR: '0709614096' }
const lone = { PNR: '0307610078' }
const road = { KOMKOD: '0851', VEJKOD: '8511' }
const onRoad = { KOMK: '0851', VEJK: '8511' }

const truth = (
  shows: Truth['shows'],
  entity: string,
  column: string,
  code: string,
): Pick<Reading, 'truth'> => ({ truth: { entity, column, code, shows } })

/** About somebody who has rows of the kind that is told. */
const person = (service: string, told: Pick<Reading, 'truth'>): Reading => ({
  service,
  kind: 'lookUp',
  keys: {},
  ...told,
})

/** The same, with marked rows where they are asked for. */
const history = (service: string, told: Pick<Reading, 'truth'>): Reading => ({
  ...person(service, told),
  marked: 'AKX',
})

const about = (
  service: string,
  keys: Reading['keys'],
  ...tells: readonly [string, ...string[]]
): Reading => ({ service, kind: 'lookUp', keys, tells })

const search = (
  service: string,
  keys: Reading['keys'],
  ...tells: readonly [string, ...string[]]
): Reading => ({ service, kind: 'search', keys, tells })

export const readings: readonly Reading[] = [
  history('ADRESSE1', truth('all', 'address', 'streetCode', 'VEJKOD')),
  history('ADRESSE3', truth('current', 'address', 'streetCode', 'VEJKOD')),
  person('ADRESSE4', truth('all', 'contactAddress', 'lines', 'CATX_ADR1')),
  person('ADRESSE5', truth('all', 'supplementaryAddress', 'lines', 'CATX_ADR1')),
  history('BESKYT1', truth('all', 'protection', 'protectionType', 'CBSK_TYP')),
  about('BOPSAML', { PNR: '3006980014' }, 'PNR', '0702614082', '0709614673', '3006980014'),
  history('CIVIL1', truth('all', 'civilStatus', 'civilStatus', 'CCIV_CIVST')),
  person('DELTBOP', truth('all', 'sharedResidence', 'streetCode', 'VEJKOD')),
  person('Familie', truth('among', 'kinship', 'personnummer', 'PNR_FOEDDATO')),
  person('FLYTPAAB', truth('all', 'relocationOrder', 'vacateBy', 'CFLP_FRAFLYTDATO')),
  history('FKIRKE1', truth('all', 'church', 'churchRelation', 'CFKI_FKIRK')),
  person('PERSON1', truth('current', 'birthRegistration', 'birthPlace', 'FOEDMYNTXT')),
  history('FODSTED1', truth('all', 'birthRegistration', 'birthPlace', 'CFOE_MYNTXT')),
  history('KOMFORH1', truth('all', 'municipalCondition', 'conditionCode', 'CKOM_KOD')),
  person('KOMNOTAT', truth('all', 'note', 'noteText', 'CNOT_NOTATLINIE')),
  history('NAVNE3', truth('current', 'name', 'firstNames', 'CNVN_FORNVN')),
  history('NAVNE1', truth('all', 'name', 'firstNames', 'CNVN_FORNVN')),
  person('OVERSIGT', truth('current', 'civilStatus', 'civilStatus', 'CIVST')),
  person('STAM', truth('current', 'addressingName', 'addressingName', 'ADRNVN')),
  person('STAMP', truth('current', 'person', 'birthDate', 'FOEDDATO')),
  person('START', truth('current', 'person', 'start', 'STARTDATOPERSON')),
  history('SEP1', truth('all', 'separation', 'start', 'CSEP_STARTDATO')),
  history('STATBOR1', truth('all', 'citizenship', 'country', 'CSTB_LANDEKOD')),
  about('TIDLPNR', lone, 'PNR', '0708614246'),
  person('VALG1', truth('all', 'election', 'electionCode', 'CVAL_VALGKODE')),
  about('VALGRET', bettina, 'VALGRETMRK', 'JA'),
  person('VAERGE1', truth('among', 'guardian', 'guardianPersonnummer', 'CUMY_RELPNR')),
  about('AJOURLOG', { ...bettina, FRADATO: '20080101', TILDATO: '20081231' }, 'HAENDELSE', 'A01'),
  about('MYND1', { MYNKOD: '0851' }, 'MYNNVN', 'Aalborg Kommune'),
  { ...about('VEJ1', road, 'VEJNVN', 'Industrivænget', 'Industrivejen'), marked: 'AKX' },
  about('VEJNOTAT', road, 'NOTATNR', '01', '02', '03'),
  about('DISTRIKT', { ...road, HUSNR: '016' }, 'LIGEULIGE', 'L'),
  about('VEJHENV', road, 'HENVISVEJKOD', '8513', '8512'),
  about('KODTEKST', { TABNVN: 'FKIRK' }, 'KOD', 'A', 'F', 'M', 'S', 'U'),
  search('ADRSOG1', { ...onRoad, HNR: '016' }, 'PNR', '0709614231'),
  search('ADRSOG2', { ...onRoad, FRADATO: '20200101' }, 'PNR', '0709614231'),
  search('FODSOG1', { FODT: '19610907', KON: 'K' }, 'PNR', '0709614096'),
  search('FODSOG2', { FODT: '19610907', NVN: 'Folmersen' }, 'STADR', 'Svinget 17'),
  search('NVNSOG1', { NVN: 'Folmersen', KON: 'K' }, 'PNR', '0709614096'),
  search('NVNSOG2', { NVN: 'gaard', KON: 'K', KOMK: '0851' }, 'PNR', '1306814172'),
  search('VEJSOG1', { KOMK: '0851' }, 'VEJADRNVN', 'Svinget', 'Gammel Kystvej'),
  search('MYNSOG1', { MYNNVN: 'borg', MYNTYP: '05' }, 'MYNKOD', '0851'),
  about('VEJHJLP', { KOMK: '0851', VNVN: 'ving' }, 'VEJKOD', '8513'),
  about('POSTHJLP', { POSTNVN: 'aa' }, 'CPSN_POSTDISTTXT', 'Aalborg', 'Aarhus C'),
  about('MYNHJLP', { MYNNVN: 'borg' }, 'MYNKOD', '0540', '0851'),
]
