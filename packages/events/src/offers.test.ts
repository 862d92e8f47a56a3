import { expect, test } from 'vitest'

import type { CaseData } from './case-data.ts'
import { holderList, lines } from './fields.ts'
import { followOn } from './follow-ons.ts'
import { offersIn } from './offers.ts'
import { partiesOf } from './parties.ts'
import { prefillFrom } from './prefill.ts'
import { anEvent } from './testing/an-event.ts'
import { aPerson, viewOf } from './testing/people.ts'
import { say } from './text.ts'

const woman = '0709614096'
const view = viewOf(aPerson(woman))
const word = say('felt', 'field')

const definition = anEvent({
  fields: {
    address: lines(word, { wire: 'ADR' }),
    holders: holderList(word, { wire: ['RELTYP', 'RELPNR'] }),
  },
  parties: {
    person: { field: 'personnummer' },
    holders: { field: 'holders' },
    wards: { namedByWorker: true },
    children: { childrenOf: 'person' },
  },
  followOns: ['person', 'wards', 'children'].map((party) =>
    followOn('guardian-discharge', say(party, party), {
      parties: [party],
      mode: 'derived',
      onPrimaryUndo: 'undo',
      prefill: { address: { field: 'address' }, firstLine: { field: 'address', line: 1 } },
    }),
  ),
})

function offered(data: CaseData) {
  const facts = { data, view, today: '20261123', authority: '0851', viaPrimary: false }
  return offersIn(definition, facts, () => true).map(({ as, people }) => [as, people])
}

test('what only the worker can address is offered', () => {
  expect(offered({ personnummer: woman })).toEqual([
    ['derived', [woman]],
    ['offered', []],
    ['notNeeded', []],
  ])
})

test('a follow-on starts with the whole list', () => {
  const of = { followOn: 'guardian-discharge@person', person: woman }
  const address = ['Storgatan 1', 'Lund']
  expect(prefillFrom(definition, of, { personnummer: woman, address }, view)).toEqual({
    personnummer: woman,
    address,
    firstLine: 'Storgatan 1',
  })
  expect(prefillFrom(definition, of, { personnummer: woman }, view)).toEqual({
    personnummer: woman,
  })
})

test('holders with a number are parties', () => {
  const holders = [{ relation: '00003' }, { relation: '00005', personnummer: '0107614231' }]
  expect(partiesOf(definition, { data: { holders }, view })['holders']).toEqual(['0107614231'])
})
