import { addDays } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { corrected } from '../testing/correcting.ts'
import { marriageData, moveData } from '../testing/forms.ts'
import { currentRow, rowsOf } from '../testing/story.ts'
import { completed, lastStepOf, planOf, undoAsForeseen } from '../testing/undo-story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const today = () => world().deps.clock.today()

test('a correction is corrected back and both are proof', async () => {
  const person = '0709614096'
  const move = await completed(world(), 'move', moveData(person, today(), { houseNumber: '021' }))
  const correction = await corrected(world(), move, { houseNumber: '023' })
  const { steps } = await undoAsForeseen(world(), correction, { people: [person] })
  expect(steps.map(({ operation, isPrimary }) => [operation, isPrimary])).toEqual([
    ['address.correct-current', true],
  ])
  expect((await currentRow(world(), person, 'address'))['houseNumber']).toBe('021')
  const proofs = (await rowsOf(world(), person, 'address')).filter(({ mark }) => mark === 'K')
  expect(proofs.map(({ houseNumber }) => houseNumber)).toEqual(['021', '023'])
  await undoAsForeseen(world(), move, { people: [person] })
})

test('an occupation is put back where it stands', async () => {
  const person = '0709614304'
  const data = { personnummer: person, occupation: 'Smed', startDate: today(), authority: '0851' }
  const occupation = await completed(world(), 'occupation', data)
  const correction = await corrected(world(), occupation, { occupation: 'Bødker' })
  const { steps } = await undoAsForeseen(world(), correction, { people: [person] })
  expect(steps.map(({ operation }) => operation)).toEqual(['person-other.correct-current'])
  expect((await currentRow(world(), person, 'person'))['occupation']).toBe('Smed')
})

test('a correction below another takes the other first', async () => {
  const person = '0709614304'
  const move = await completed(world(), 'move', moveData(person, today(), { houseNumber: '021' }))
  const first = await corrected(world(), move, { houseNumber: '023' })
  const second = await corrected(world(), move, { houseNumber: '025' })
  expect((await planOf(world(), first)).blockers).toMatchObject([{ id: 'newer-row', by: [second] }])
  await undoAsForeseen(world(), second, { people: [person] })
  await undoAsForeseen(world(), first, { people: [person] })
  await undoAsForeseen(world(), move, { people: [person] })
})

test('a wedding day is put back on both spouses', async () => {
  const couple = ['0707614293', '1306814172'] as const
  await world().advance({ days: 2 })
  const wedding = await completed(world(), 'marriage-entry', marriageData(couple, today()))
  const correction = await corrected(world(), wedding, { marriageDate: addDays(today(), -1) })
  await undoAsForeseen(world(), correction, { people: couple })
  const rows = await Promise.all(couple.map((pnr) => currentRow(world(), pnr, 'civilStatus')))
  expect(rows.map(({ start }) => start)).toEqual([today(), today()])
  await undoAsForeseen(world(), wedding, { people: couple })
})

test('a late report is taken back and gives its time back', async () => {
  const person = '0709614096'
  const late = {
    personnummer: person,
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '027',
    startDate: '20050101',
    endDate: '20060101',
    reason: 'Aldrig indberettet',
  }
  const rows = await rowsOf(world(), person, 'address')
  const former = rows.findLast(({ mark, end }) => mark === null && end !== null)
  const caseId = await completed(world(), 'address.report-former', {
    ...late,
    startDate: addDays(String(former?.end), -400),
    endDate: String(former?.end),
  })
  const { steps } = await undoAsForeseen(world(), caseId, { people: [person] })
  expect(steps.map(({ operation }) => operation)).toEqual(['address.undo-former'])
})

test('an undo is taken back by reporting the event anew', async () => {
  const person = '0709614231'
  const move = await completed(world(), 'move', moveData(person, today(), { houseNumber: '029' }))
  await undoAsForeseen(world(), move, { people: [person] })
  const undone = await lastStepOf(world(), move)
  const { steps } = await undoAsForeseen(world(), undone, { people: [person] })
  expect(steps.map(({ operation }) => operation)).toEqual(['move'])
  expect((await currentRow(world(), person, 'address'))['houseNumber']).toBe('029')
})
