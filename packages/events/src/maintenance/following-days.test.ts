import { describe, expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { predict } from '../predict.ts'
import type { RegisterView } from '../register-view.ts'
import { byStepfather, child, father, full, newFather, newMother } from '../testing/adopted.ts'
import { after, one, rowsOf, stamps } from '../testing/maintained.ts'
import { aPerson, home, row, viewOf } from '../testing/people.ts'
import { foretell } from './foretell.ts'

const granted = '20261120'
const right = '20261110'
const adoption = getDefinition('adoption')

/** The adoption, then its day put right by the row of one new parent. */
function movedTo(day: string, { data, view }: Facts, parent: string): RegisterView {
  const stamped = withStamp(foretell(adoption, data, view), parent)
  const correction = { personnummer: child, timestamp: 'meant', startDate: day }
  const changes = predict(adoption, data, view)
  return foretell(getDefinition('kinship.correct-current'), correction, stamped, changes)
}

function withStamp(view: RegisterView, parent: string): RegisterView {
  const person = view.people[child]
  if (!person) return view
  const isMeant = ({ entity, columns, mark }: RegisterRow) =>
    entity === 'kinship' && mark === null && columns['personnummer'] === parent
  const rows = person.rows.map((own) => (isMeant(own) ? { ...own, timestamp: 'meant' } : own))
  return { ...view, people: { ...view.people, [child]: { ...person, rows } } }
}

function datesIn(view: RegisterView, pnr: string): readonly string[] {
  return (view.people[pnr]?.rows ?? [])
    .filter(({ mark }) => mark === null)
    .flatMap(({ start, end }) => [start, end ?? ''])
}

test('two families change on the right day', () => {
  const view = movedTo(right, full, newMother)
  for (const pnr of [child, father, newMother, newFather]) {
    expect(datesIn(view, pnr)).toContain(right)
    expect(datesIn(view, pnr)).not.toContain(granted)
  }
})

test('who stays a parent is not touched', () => {
  const view = movedTo(right, byStepfather, newFather)
  expect(datesIn(view, child)).not.toContain(granted)
  const mothers = (view.people[child]?.rows ?? []).filter(
    ({ entity, columns }) => entity === 'kinship' && columns['relation'] === 'mother',
  )
  expect(mothers).toMatchObject([{ start: '20000101', end: null, mark: null }])
})

test('every row that was moved leaves a proof', () => {
  const view = movedTo(right, full, newMother)
  const proofs = (view.people[child]?.rows ?? []).filter(({ mark }) => mark === 'K')
  expect(proofs.every(({ start, end }) => start === granted && end === granted)).toBe(true)
  expect(proofs.map(({ entity }) => entity).toSorted()).toContain('parentalAuthority')
})

describe.each([
  ['disappearance', '70'],
  ['migration', '80'],
] as const)('a %s that nobody remembers the save of', (entity, status) => {
  const left = '20200101'
  const homes = [
    row('address', home, { start: '20100101', end: '20150101' }),
    row('address', home, { start: '20150101', end: left }),
    row('supplementaryAddress', {}, { start: '20150101', end: left }),
    row('name', {}, { start: '20100101', end: left }),
  ]
  const endsAfter = (operation: string, absence: { start: string; end?: string }, data = {}) => {
    const absent = row(entity, {}, { ...absence, timestamp: stamps[2] })
    const view = viewOf(aPerson(one, { status, rows: [absent, ...homes] }))
    const moved = after(`${entity}.${operation}`, { timestamp: stamps[2], ...data }, view)
    const ends = (kind: 'address' | 'supplementaryAddress' | 'name') =>
      rowsOf(moved, one, kind, '').map(([, , end]) => end)
    return [ends('address'), ends('supplementaryAddress'), ends('name')]
  }

  test('moves the end of the home along', () => {
    const put = endsAfter('correct-current', { start: left }, { startDate: '20200110' })
    expect(put).toEqual([['20150101', '20200110'], ['20200110'], [left]])
    const earlier = endsAfter('correct-current', { start: left }, { startDate: '20191220' })
    expect(earlier).toEqual([['20150101', '20191220'], ['20191220'], [left]])
  })

  test('ends no home before it began', () => {
    const put = endsAfter('correct-current', { start: left }, { startDate: '20141231' })
    expect(put).toEqual([['20150101', '20150101'], ['20150101'], [left]])
  })

  test('leaves the homes alone once it is over', () => {
    const over = { start: left, end: '20200301' }
    const put = endsAfter('correct-former', over, { startDate: '20200110', endDate: '20200301' })
    expect(put).toEqual([['20150101', left], [left], [left]])
  })
})
