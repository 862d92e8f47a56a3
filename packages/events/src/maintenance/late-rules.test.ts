import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { rulesRaised } from '../testing/trial.ts'

const pnr = '0101900001'
const standing = { municipality: '0851', conditionType: '3', conditionCode: 'FØP' }

const late = (conditionCode: string): Facts => ({
  data: {
    personnummer: pnr,
    conditionType: '3',
    conditionCode,
    startDate: '20200101',
    endDate: '20210101',
    authority: '0851',
    reason: 'Aldrig indberettet',
  },
  view: viewOf(aPerson(pnr, { rows: [row('municipalCondition', standing)] })),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
})

test.each([
  ['FØP', ['fits', 'neighbours']],
  ['INV', []],
])('only rows of the same key are in the way (%s)', (conditionCode, rules) => {
  expect(rulesRaised(getDefinition('municipal.report-former'), late(conditionCode))).toEqual(rules)
})

test('one parent is reported late at a time', () => {
  const { conditionType: _, conditionCode: __, ...period } = late('INV').data
  const both = { motherPersonnummer: '0101600002', fatherPersonnummer: '0101600001' }
  const facts = { ...late('INV'), data: { ...period, ...both } }
  expect(rulesRaised(getDefinition('kinship.report-former'), facts)).toContain('one')
})
