import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { predict } from '../predict.ts'
import type { RegisterView } from '../register-view.ts'
import { byStepfather, child, father, full, newFather, newMother } from '../testing/adopted.ts'
import { foretell } from './foretell.ts'

const granted = '20261120'
const right = '20261110'
const adoption = getDefinition('adoption')

/** The adoption, then its day put right by the row of one new parent. */
function movedTo(day: string, { data, view }: Facts, parent: string): RegisterView {
  const after = foretell(adoption, data, view)
  const stamped = withStamp(after, parent)
  const correction = { personnummer: child, timestamp: 'meant', startDate: day }
  const changes = predict(adoption, data, view)
  return foretell(getDefinition('kinship.correct-current'), correction, stamped, changes)
}

function withStamp(view: RegisterView, parent: string): RegisterView {
  const person = view.people[child]
  if (!person) return view
  const isMeant = ({ entity, columns, mark }: RegisterRow) =>
    entity === 'kinship' && mark === null && columns['personnummer'] === parent
  const rows = person.rows.map((row) => (isMeant(row) ? { ...row, timestamp: 'meant' } : row))
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
