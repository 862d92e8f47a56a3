import { addMonths } from '@sagsgang/events'
import type { CaseDataChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { correctedNotAsPlanned } from '../testing/correcting.ts'
import { actorNamed, openCase, rowsOf, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const woman = '0709614096'

const planFor = (caseId: string, data: CaseDataChange) =>
  createPlanner(world().deps).planCorrection(caseId, data, actorNamed('senior'))

const corrected = (caseId: string, data: CaseDataChange) =>
  correctedNotAsPlanned(world(), caseId, data)

const blocked = async (caseId: string, data: CaseDataChange) =>
  (await planFor(caseId, data)).plan.blockers
    .filter(({ severity }) => severity === 'error')
    .map(({ id }) => id)

test('protection moves with that of the directory', async () => {
  const today = world().deps.clock.today()
  const protection = await openCase(world(), 'protection', {
    personnummer: woman,
    protectionType: '00001',
    startDate: today,
    endDate: addMonths(today, 12),
    authority: '0851',
  })
  await submitTo(world(), protection, 'completed')
  await world().advance({ days: 2 })
  const right = world().deps.clock.today()
  expect(await corrected(protection, { startDate: right })).toEqual([])
  const rows = await rowsOf(world(), woman, 'protection')
  const valid = rows.filter(({ mark }) => mark === null)
  expect(valid.map(({ start }) => start)).toEqual([right, right])
})

test('an occupation has a text and no day', async () => {
  const occupation = await openCase(world(), 'occupation', {
    personnummer: woman,
    occupation: 'Smed',
    startDate: world().deps.clock.today(),
    authority: '0851',
  })
  await submitTo(world(), occupation, 'completed')
  expect(await blocked(occupation, { startDate: '20200101' })).toEqual(['fixed-field'])
  expect(await corrected(occupation, { occupation: 'Bager' })).toEqual([])
  expect(await blocked(occupation, { occupation: null })).toEqual(['stays-filled'])
})

test('what is filled in by mistake cannot be emptied alone', async () => {
  const condition = await openCase(world(), 'municipal-conditions', {
    personnummer: woman,
    conditionType: '1',
    conditionCode: 'A1',
    comment: 'Plejehjem',
    municipality: '0851',
    startDate: world().deps.clock.today(),
    authority: '0851',
  })
  await submitTo(world(), condition, 'completed')
  expect(await blocked(condition, { comment: null })).toEqual(['stays-filled'])
  expect(await corrected(condition, { comment: 'Plejehjemsplads' })).toEqual([])
})
