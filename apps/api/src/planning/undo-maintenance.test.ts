import { addDays } from '@sagsgang/events'
import type { CaseData, CaseDataChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { expectForeseen, registerOf } from '../testing/foreseen.ts'
import { marriageData, moveData } from '../testing/forms.ts'
import {
  actorNamed,
  arrive,
  currentRow,
  openCase,
  rowsOf,
  submitTo,
  tell,
} from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const today = () => world().deps.clock.today()
const planner = () => createPlanner(world().deps)
const planFor = (caseId: string) => planner().planUndo(caseId, actorNamed('senior'))

/** Undoes a case, and holds the plan that was made right before to its word. */
async function undoAsForeseen(caseId: string, people: readonly string[]) {
  const plan = await planFor(caseId)
  expect(plan.blockers.filter(({ severity }) => severity === 'error')).toEqual([])
  const before = await registerOf(world(), people)
  const seen = plan.fingerprint
  await tell(world(), caseId, { type: 'undo', reason: 'Det var en fejl', seen })
  await arrive(world(), caseId, 'undone')
  expectForeseen(plan, before, await registerOf(world(), people))
  return plan
}

async function completed(event: string, data: CaseData): Promise<string> {
  const caseId = await openCase(world(), event, data)
  await submitTo(world(), caseId, 'completed')
  return caseId
}

async function corrected(caseId: string, data: CaseDataChange): Promise<string> {
  const { order } = await planner().planCorrection(caseId, data, actorNamed('senior'))
  if (!order) throw new Error('there is something to correct')
  const message = { type: 'correct', ...order, reason: 'Læst forkert' } as const
  const { snapshot } = await tell(world(), caseId, message)
  const correction = snapshot.context.corrections.at(-1)?.caseId ?? ''
  await arrive(world(), correction, 'completed')
  return correction
}

test('a correction is corrected back and both are proof', async () => {
  const person = '0709614096'
  const move = await completed('move', moveData(person, today(), { houseNumber: '021' }))
  const correction = await corrected(move, { houseNumber: '023' })
  const { steps } = await undoAsForeseen(correction, [person])
  expect(steps.map(({ operation, isPrimary }) => [operation, isPrimary])).toEqual([
    ['address.correct-current', true],
  ])
  expect((await currentRow(world(), person, 'address'))['houseNumber']).toBe('021')
  const proofs = (await rowsOf(world(), person, 'address')).filter(({ mark }) => mark === 'K')
  expect(proofs.map(({ houseNumber }) => houseNumber)).toEqual(['021', '023'])
  await undoAsForeseen(move, [person])
})

test('a correction below another takes the other first', async () => {
  const person = '0709614304'
  const move = await completed('move', moveData(person, today(), { houseNumber: '021' }))
  const first = await corrected(move, { houseNumber: '023' })
  const second = await corrected(move, { houseNumber: '025' })
  expect((await planFor(first)).blockers).toMatchObject([{ id: 'newer-row', by: [second] }])
  await undoAsForeseen(second, [person])
  await undoAsForeseen(first, [person])
  await undoAsForeseen(move, [person])
})

test('a wedding day is put back on both spouses', async () => {
  const couple = ['0707614293', '1306814172'] as const
  await world().advance({ days: 2 })
  const wedding = await completed('marriage-entry', marriageData(couple, today()))
  const correction = await corrected(wedding, { marriageDate: addDays(today(), -1) })
  await undoAsForeseen(correction, couple)
  const rows = await Promise.all(couple.map((pnr) => currentRow(world(), pnr, 'civilStatus')))
  expect(rows.map(({ start }) => start)).toEqual([today(), today()])
  await undoAsForeseen(wedding, couple)
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
  const caseId = await completed('address.report-former', {
    ...late,
    startDate: addDays(String(former?.end), -400),
    endDate: String(former?.end),
  })
  const { steps } = await undoAsForeseen(caseId, [person])
  expect(steps.map(({ operation }) => operation)).toEqual(['address.undo-former'])
})

test('an undo is taken back by reporting the event anew', async () => {
  const person = '0709614231'
  const move = await completed('move', moveData(person, today(), { houseNumber: '029' }))
  await undoAsForeseen(move, [person])
  const { context } = (await arrive(world(), move, 'undone')).snapshot
  const undone = context.plan[0]?.carriedOutBy ?? ''
  const { steps } = await undoAsForeseen(undone, [person])
  expect(steps.map(({ operation }) => operation)).toEqual(['move'])
  expect((await currentRow(world(), person, 'address'))['houseNumber']).toBe('029')
})
