import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { rulesRaised } from '../testing/trial.ts'

const pnr = '0101900001'
const shown = '20261101120000000001'
const hidden = '20200101120000000001'

const facts = (status: string, timestamp: string): Facts => ({
  data: { personnummer: pnr, timestamp, reason: 'Ikke forsvundet' },
  view: viewOf(
    aPerson(pnr, {
      status,
      rows:
        status === '70' ? [row('disappearance', {}, { start: '20261101', timestamp: shown })] : [],
    }),
  ),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
})

test.each([
  ['70', shown, []],
  ['70', hidden, ['row']],
  ['01', hidden, []],
])('a row shown only while it stands is not missed (%s)', (status, timestamp, rules) => {
  const undo = getDefinition('disappearance.undo-current')
  expect(rulesRaised(undo, facts(status, timestamp))).toEqual(rules)
})

test('a row of other person data is missed', () => {
  const undo = getDefinition('person-other.undo-current')
  expect(rulesRaised(undo, facts('01', hidden))).toEqual(['row'])
})
