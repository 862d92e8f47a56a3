import { expect, test } from 'vitest'

import { catalogue, findDefinition, nameOf } from './catalogue.ts'
import { namesToCome } from './names-to-come.ts'

test('every follow-on has a name in both languages', () => {
  const targets = catalogue.flatMap(({ followOns }) => followOns.map(({ target }) => target))
  const opened = targets.map((one) => (one.type === 'event' ? one.event : one.operation))
  expect(opened.filter((id) => nameOf(id).da === id)).toEqual([])
})

test('a name to come is of no event defined', () => {
  expect(Object.keys(namesToCome).filter((id) => findDefinition(id))).toEqual([])
})
