import { expect, test } from 'vitest'

import { isTaken, movedIn, peopleIn, type PlannedStep } from './planned.ts'

const row = (person: string, start: string, end: string | null = null) => ({
  person,
  entity: 'civilStatus',
  columns: { civilStatus: 'G' },
  start,
  end,
  mark: null,
  names: {},
})

const step = (rest: Partial<PlannedStep>): PlannedStep => ({
  operation: 'civil-status.correct-current',
  name: { da: 'ret', en: 'correct' },
  caseId: 'a',
  person: 'one',
  policy: 'undo',
  together: false,
  isPrimary: true,
  acceptedOn: null,
  before: [],
  after: [],
  ...rest,
})

test('a reviewed step is taken where somebody chose it', () => {
  const reviewed = step({ policy: 'review' })
  expect([isTaken(reviewed, []), isTaken(reviewed, ['a'])]).toEqual([false, true])
  expect(isTaken(step({ policy: 'keep' }), ['a'])).toBe(false)
})

test('everybody touched is named, each of them once', () => {
  const before = [row('one', '20200101'), row('two', '20200101'), row('three', '20200101')]
  const after = [row('one', '20200102'), row('two', '20200102'), row('three', '20200101')]
  expect(peopleIn([step({ before, after }), step({ person: 'two' })])).toEqual(['one', 'two'])
})

test('neighbours are counted, the corrected row is not', () => {
  const proof = { ...row('one', '20200101', '20200101'), mark: 'K' }
  const before = [row('one', '20100101', '20200101'), row('one', '20200101')]
  const after = [row('one', '20100101', '20200103'), row('one', '20200103'), proof]
  expect(movedIn([step({ before, after })])).toBe(1)
})
