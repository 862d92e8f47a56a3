import { expect, test } from 'vitest'

import { calledBy, namedNumber, reportedNames } from './known-people.ts'

const view = {
  persons: [
    { role: 'person', pnr: '0101900000', name: 'Test,Grete' },
    { role: 'spouse', pnr: '0201900000', protected: true as const },
  ],
}

test('a known person is called by name beside the number', () => {
  expect(namedNumber(view, '0101900000')).toBe('Grete Test (010190-••••)')
  expect(calledBy(view, '0101900000')).toBe('Grete Test')
})

test.each(['0201900000', '0301900000'])('a number without a name stays covered', (pnr) => {
  expect(namedNumber(view, pnr)).toMatch(/^\d{6}-••••$/)
  expect(calledBy(view, pnr)).toMatch(/^\d{6}-••••$/)
})

test('a title names only those that the report names', () => {
  const widowed = [...view.persons, { role: 'spouse', pnr: '0301900000', name: 'Test,Ove' }]
  const death = { persons: widowed, data: { personnummer: '0101900000', deathDate: '20261101' } }
  expect(reportedNames(death)).toEqual(['Grete Test'])
})
