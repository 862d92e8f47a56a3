import { expect, test } from 'vitest'

import { showField } from './show-field.ts'

type Field = Parameters<typeof showField>[0]

const show = (given: Partial<Field>, areNumbersShown = false) => {
  const field: Field = { kind: 'text', value: '', text: null, meaning: null, ...given }
  const { words, code } = showField(field, ({ da }) => da, areNumbersShown)
  return code === null ? words : `${words} (${code})`
}

test.each<[Partial<Field>, string]>([
  [{ kind: 'pnr', value: '0709614096' }, '070961-••••'],
  [{ kind: 'pnr', value: '19610907' }, '07-09-1961'],
  [{ kind: 'date', value: '20250301' }, '01-03-2025'],
  [{ kind: 'date', value: '18960000' }, '00-00-1896'],
  [{ kind: 'moment', value: '202503011015' }, '01-03-2025 10.15'],
  [{ kind: 'moment', value: '202503010000' }, '01-03-2025'],
  [{ kind: 'stamp', value: '20250301101502118004' }, '01-03-2025 10.15'],
  [{ kind: 'name', value: 'Folmersen,Bettina' }, 'Bettina Folmersen'],
  [{ kind: 'name', value: 'Holm,Knud', text: 'Knud Holm' }, 'Knud Holm'],
  [{ kind: 'flag', value: 'X', meaning: { da: 'Ja', en: 'Yes' } }, 'Ja'],
  [{ kind: 'flag', value: '?' }, '?'],
  [{ kind: 'mark', value: 'K', meaning: { da: 'Rettet', en: 'Corrected' } }, 'Rettet (K)'],
  [{ value: '0851', text: 'Aalborg' }, 'Aalborg (0851)'],
  [{ value: '  tv' }, 'tv'],
  [{ value: 'ring til 070961-4096' }, 'ring til 070961-••••'],
])('a value is read as people read it: %#', (field, shown) => {
  expect(show(field)).toBe(shown)
})

test('numbers are uncovered for whoever asks', () => {
  expect(show({ kind: 'pnr', value: '0709614096' }, true)).toBe('070961-4096')
  expect(show({ value: 'ring til 070961-4096' }, true)).toBe('ring til 070961-4096')
})
