import { expect, test } from 'vitest'

import type { FieldData } from '../case-data.ts'
import { holderList } from '../fields.ts'
import { emptyView } from '../register-view.ts'
import { anEvent } from '../testing/an-event.ts'
import { say } from '../text.ts'
import { malformedFields } from './field-findings.ts'

const custody = anEvent({
  fields: { holders: holderList(say('indehavere', 'holders'), { wire: ['RELTYP', 'RELPNR'] }) },
})

function faults(holders: FieldData): readonly string[] {
  const facts = {
    data: { holders },
    view: emptyView,
    today: '20261123',
    authority: '0851',
    viaPrimary: false,
  }
  return malformedFields(custody, facts).map(({ rule }) => rule)
}

test('a holder has a relation and perhaps a number', () => {
  expect(faults([{ relation: '00003' }, { relation: '00004', personnummer: '' }])).toEqual([])
  expect(faults([{ relation: '00005', personnummer: '0107614231' }])).toEqual([])
})

test.each([
  ['a relation that is none', [{ relation: '00009' }]],
  ['no relation', [{ relation: '' }]],
  ['a number that is none', [{ relation: '00005', personnummer: '9913990000' }]],
  ['a number alone', ['0107614231']],
  ['a text', '00003'],
] as const)('a list of holders may not hold %s', (_, holders) => {
  expect(faults(holders)).toEqual(['trial.format.holders'])
})
