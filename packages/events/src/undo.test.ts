import { expect, test } from 'vitest'

import { catalogue } from './catalogue.ts'
import { undoQueries } from './wire/queries.ts'
import { areRowsShown, servicesShowing } from './wire/wire-tables.ts'

const blockers = catalogue.flatMap((definition) =>
  definition.undo.blockers.map((blocker) => [definition, blocker] as const),
)

test('every obstacle to an undo looks at rows', () => {
  const blind = blockers.filter(([, { severity, kinds }]) => severity === 'error' && !kinds[0])
  expect(blind).toEqual([])
})

test('no event has two obstacles of one name', () => {
  for (const { id, undo } of catalogue) {
    const ids = undo.blockers.map((blocker) => blocker.id)
    expect(new Set(ids).size, id).toBe(ids.length)
  }
})

test('an undo is planned from the rows that may stand in its way', () => {
  for (const [definition, { kinds }] of blockers) {
    const asked = undoQueries(definition, ['0101900001']).map(({ service }) => service)
    const shown = kinds.filter((kind) => areRowsShown(kind, '01') || areRowsShown(kind, '80'))
    for (const kind of shown)
      expect(asked).toEqual(expect.arrayContaining([...servicesShowing(kind, [])]))
  }
})

test('an undo asks for no more than its event did', () => {
  const move = catalogue.find(({ id }) => id === 'name-change')
  const services = move ? undoQueries(move, ['0101900001']).map(({ service }) => service) : []
  expect(services).toEqual(['STAM', 'NAVNE3', 'Familie'])
})
