import { addDays } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { corrected } from '../testing/correcting.ts'
import { birthData, moveData } from '../testing/forms.ts'
import { arrive, currentRow, rowsOf } from '../testing/story.ts'
import {
  completed,
  lastStepOf,
  planOf,
  readTimestamp,
  undoAsForeseen,
} from '../testing/undo-story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const today = () => world().deps.clock.today()

test('a correction taken back is made again', async () => {
  const person = '0709614096'
  const people = [person]
  const data = moveData(person, today(), { houseNumber: '021' })
  const move = await completed(world(), 'move', data)
  const correction = await corrected(world(), move, { houseNumber: '023' })
  await undoAsForeseen(world(), correction, { people })
  const back = await lastStepOf(world(), correction)
  const { steps } = await undoAsForeseen(world(), back, { people })
  expect(steps.map(({ operation }) => operation)).toEqual(['address.correct-current'])
  expect((await currentRow(world(), person, 'address'))['houseNumber']).toBe('023')
  await undoAsForeseen(world(), move, { people })
})

test('a late report taken back is reported late again', async () => {
  const person = '0709614304'
  const people = [person]
  const rows = await rowsOf(world(), person, 'address')
  const former = rows.findLast(({ mark, end }) => mark === null && end !== null)
  const late = {
    personnummer: person,
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '027',
    startDate: addDays(String(former?.end), -400),
    endDate: String(former?.end),
    reason: 'Aldrig indberettet',
  }
  const caseId = await completed(world(), 'address.report-former', late)
  await undoAsForeseen(world(), caseId, { people })
  const { steps } = await undoAsForeseen(world(), await lastStepOf(world(), caseId), { people })
  expect(steps.map(({ operation }) => operation)).toEqual(['address.report-former'])
  const valid = (await rowsOf(world(), person, 'address')).filter(({ mark }) => mark === null)
  expect(valid.map(({ houseNumber }) => houseNumber)).toContain('027')
})

test('what no lookup shows is left to the office', async () => {
  const lost = {
    personnummer: '0709614304',
    startDate: '20100301',
    endDate: '20100401',
    reason: 'Aldrig indberettet',
  }
  const caseId = await completed(world(), 'disappearance.report-former', lost)
  const { steps, blockers } = await planOf(world(), caseId)
  expect(steps).toEqual([])
  expect(blockers).toMatchObject([{ id: 'never-shown', severity: 'error' }])
})

test('a number that was annulled is not given again', async () => {
  const mother = '1306814172'
  const birth = await completed(world(), 'birth', birthData(mother, today()), 'parish')
  const { snapshot } = await arrive(world(), birth, 'followOns')
  const people = [mother, ...snapshot.context.persons.map(({ pnr }) => pnr)]
  await undoAsForeseen(world(), birth, { people: [...new Set(people)], as: 'parish' })
  const undone = await lastStepOf(world(), birth)
  const { steps, blockers } = await planOf(world(), undone, 'parish')
  expect(steps).toEqual([])
  expect(blockers).toMatchObject([{ id: 'number-annulled', severity: 'error', caseId: undone }])
  expect(blockers[0]?.freedBy.da).toContain('CPR-kontoret')
})

test('what nobody reported here is not reported anew', async () => {
  const person = '0709614231'
  const move = await completed(world(), 'move', moveData(person, today()))
  const timestamp = await readTimestamp(world(), move)
  await world().deps.db.deleteFrom('submissions').where('case_id', '=', move).execute()
  const data = { personnummer: person, timestamp, reason: 'Flyttede ikke' }
  const undone = await completed(world(), 'address.undo-current', data)
  const { steps, blockers } = await planOf(world(), undone)
  expect(steps).toEqual([])
  expect(blockers).toMatchObject([{ id: 'not-reported-here', severity: 'error' }])
})

test('what a later row has replaced is not reported anew', async () => {
  const person = '0709614304'
  const sheltered = (days: number) =>
    completed(world(), 'protection', {
      personnummer: person,
      protectionType: '00002',
      startDate: addDays(today(), days),
      endDate: addDays(today(), 100),
      authority: '0851',
    })
  const first = await sheltered(-20)
  const timestamp = await readTimestamp(world(), first)
  const second = await sheltered(-6)
  const data = { personnummer: person, timestamp, reason: 'Aldrig søgt' }
  const undone = await completed(world(), 'person-other.undo-former', data)
  const { blockers } = await planOf(world(), undone)
  const errors = blockers.filter(({ severity }) => severity === 'error')
  expect(errors).toMatchObject([{ id: 'newer-row', by: [second] }])
})

test('an occupation that was undone is reported anew', async () => {
  const person = '0709614096'
  const data = { personnummer: person, occupation: 'Smed', startDate: today(), authority: '0851' }
  const occupation = await completed(world(), 'occupation', data)
  await undoAsForeseen(world(), occupation, { people: [person] })
  const back = await lastStepOf(world(), occupation)
  const { steps } = await undoAsForeseen(world(), back, { people: [person] })
  expect(steps.map(({ operation }) => operation)).toEqual(['occupation'])
  expect((await currentRow(world(), person, 'person'))['occupation']).toBe('Smed')
})
