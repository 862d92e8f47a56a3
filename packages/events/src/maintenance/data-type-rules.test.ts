import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { chain, one, other, stamps, third } from '../testing/maintained.ts'
import { aPerson, civil, holds, home, kin, row, viewOf } from '../testing/people.ts'
import { rulesRaised } from '../testing/trial.ts'

interface Story {
  readonly operation: string
  readonly rows: readonly RegisterRow[]
  readonly data: Facts['data']
  readonly authority?: string
}

const alone: readonly RegisterRow[] = []

/** What is raised of a person with these rows, beside two others who are nobody's kin. */
function raised({ operation, rows, data, authority = '0851' }: Story): readonly string[] {
  return rulesRaised(getDefinition(operation), {
    data: { personnummer: one, reason: 'Skrevet forkert', ...data },
    view: viewOf(
      aPerson(one, { rows }),
      aPerson(other, { rows: [kin('mother', one)] }),
      aPerson(third, { rows: [civil('U', null, { start: '19900101' })] }),
    ),
    today: '20261123',
    authority,
    viaPrimary: true,
  })
}

const [oldest, middle, newest] = stamps
const churchRows = chain('church', [
  { churchRelation: 'A' },
  { churchRelation: 'F' },
  { churchRelation: 'U' },
])
const lastly = { start: '20100101', timestamp: newest }
const married = civil('G', other, lastly)
const period = { startDate: '20120101', endDate: '20140101', authority: '0851', streetCode: '8511' }
const parted = row(
  'separation',
  { civilStatusReference: null },
  { start: '20150101', timestamp: middle },
)
const condition = { municipality: '0101', conditionType: '3', conditionCode: 'FØP' }

test.each<[string, Story]>([
  [
    'neighbours',
    {
      operation: 'church.correct-former',
      rows: churchRows,
      data: { timestamp: middle, endDate: '20200301' },
    },
  ],
  [
    'alternate',
    {
      operation: 'church.correct-current',
      rows: churchRows,
      data: { timestamp: newest, churchRelation: 'F' },
    },
  ],
  [
    'gap',
    {
      operation: 'address.undo-former',
      rows: [row('contactAddress', { line1: 'Lund' }, { end: '20100101', timestamp: oldest })],
      data: { timestamp: oldest },
    },
  ],
  [
    'only-row',
    {
      operation: 'citizenship.undo-current',
      rows: [row('citizenship', { country: '5100' }, { timestamp: oldest })],
      data: { timestamp: oldest },
    },
  ],
  [
    'preceding',
    {
      operation: 'civil-status.correct-current',
      rows: [
        civil('U', null, { start: '20150101', timestamp: newest }),
        civil('G', other, { start: '20100101', end: '20150101' }),
      ],
      data: { timestamp: newest, civilStatus: 'G', spousePersonnummer: third },
    },
  ],
  [
    'death',
    {
      operation: 'civil-status.correct-current',
      rows: [civil('U', null, lastly)],
      data: { timestamp: newest, civilStatus: 'D' },
    },
  ],
  [
    'couple',
    {
      operation: 'civil-status.correct-current',
      rows: [married],
      data: { timestamp: newest, civilStatus: 'U' },
    },
  ],
  [
    'marriage',
    {
      operation: 'separation.correct-current',
      rows: [married, parted],
      data: { timestamp: middle, startDate: '20091231' },
    },
  ],
  [
    'law',
    {
      operation: 'shared-residence.report-former',
      rows: [holds('00003', other), holds('00004', third)],
      data: period,
    },
  ],
  [
    'both-held',
    {
      operation: 'shared-residence.report-former',
      rows: [holds('00003', other)],
      data: { ...period, startDate: '20200101', endDate: '20210101' },
    },
  ],
  [
    'home',
    {
      operation: 'migration.report-former',
      rows: [row('address', home)],
      data: { ...period, departureCountry: '5110' },
    },
  ],
  [
    'owner',
    {
      operation: 'municipal.correct-current',
      rows: [row('municipalCondition', condition, { timestamp: oldest })],
      data: { timestamp: oldest, comment: 'Ny' },
    },
  ],
  [
    'ancestor',
    {
      operation: 'kinship.correct-current',
      rows: [{ ...kin('mother', third), timestamp: oldest }],
      data: { timestamp: oldest, motherPersonnummer: other },
    },
  ],
  [
    'another',
    {
      operation: 'personnummer.correct-current',
      rows: alone,
      data: { timestamp: '20000101120000000001', newPersonnummer: one },
      authority: '1401',
    },
  ],
  [
    'right-number',
    {
      operation: 'personnummer.correct-current',
      rows: alone,
      data: { timestamp: '20000101120000000001', newPersonnummer: '0201900003' },
      authority: '1401',
    },
  ],
])('the rule %s is raised by what it is about', (rule, story) => {
  expect(raised(story)).toEqual([rule])
})

test.each<[string, Story]>([
  [
    'a gap that a neighbour fills',
    { operation: 'church.undo-former', rows: churchRows, data: { timestamp: middle } },
  ],
  [
    'a partnership that becomes a marriage',
    {
      operation: 'civil-status.correct-current',
      rows: [
        civil('P', other, { start: '20150101', timestamp: newest }),
        civil('P', other, { start: '20100101', end: '20150101' }),
      ],
      data: { timestamp: newest, civilStatus: 'G' },
    },
  ],
  [
    'a separation within its marriage',
    {
      operation: 'separation.correct-current',
      rows: [married, parted],
      data: { timestamp: middle, startDate: '20140101' },
    },
  ],
  [
    'a row of the own municipality',
    {
      operation: 'municipal.undo-current',
      rows: [row('municipalCondition', condition, { timestamp: oldest })],
      data: { timestamp: oldest },
      authority: '0101',
    },
  ],
  [
    'a late stay abroad between two homes',
    {
      operation: 'migration.report-former',
      rows: [
        row('address', home, { start: '20140101' }),
        row('address', home, { start: '20000101', end: '20120101' }),
      ],
      data: { ...period, departureCountry: '5110' },
    },
  ],
  [
    'a number that says what is right',
    {
      operation: 'personnummer.correct-current',
      rows: alone,
      data: {
        timestamp: '20000101120000000001',
        newPersonnummer: '0201900003',
        birthDate: '19900102',
        sex: 'M',
      },
      authority: '1401',
    },
  ],
])('nothing is raised by %s', (_, story) => {
  expect(raised(story)).toEqual([])
})

test('a late marriage is held against the spouse’s rows too', () => {
  const data = { civilStatus: 'G', spousePersonnummer: third, ...period }
  const rows = [civil('U', null, { start: '20160101' })]
  expect(raised({ operation: 'civil-status.report-former', rows, data })).toEqual([
    'fits',
    'neighbours',
  ])
})
