import { expect, test } from 'vitest'

import { textOf } from './case-data.ts'
import { readsFor } from './reads.ts'
import { emptyView } from './register-view.ts'
import { anEvent } from './testing/an-event.ts'

const entry = anEvent({
  searches: (data) =>
    ['birthDate', 'otherDate'].map((field) => ({
      birthDate: textOf(data, field),
      sex: textOf(data, 'sex'),
    })),
})

function searchesFor(data: Readonly<Record<string, string>>, view = emptyView) {
  return readsFor(entry, data, view).searches
}

test('a double is sought until it was sought', () => {
  const data = { birthDate: '19910203', otherDate: '19910302', sex: 'K' }
  const both = [
    { birthDate: '19910203', sex: 'K' },
    { birthDate: '19910302', sex: 'K' },
  ]
  expect(searchesFor(data)).toEqual(both)
  const sought = { ...emptyView, matches: { '19910203-K': [] } }
  expect(searchesFor(data, sought)).toEqual([both[1]])
})

test('the same search is made once', () => {
  const data = { birthDate: '19910203', otherDate: '19910203', sex: 'K' }
  expect(searchesFor(data)).toHaveLength(1)
})

test('only what can be found is sought', () => {
  expect(searchesFor({ birthDate: '19910200', sex: 'M' })).toHaveLength(1)
  expect(searchesFor({ birthDate: '19910231', sex: 'M' })).toEqual([])
  expect(searchesFor({ birthDate: '19910203' })).toEqual([])
  expect(readsFor(anEvent({}), {}, emptyView).searches).toEqual([])
})
