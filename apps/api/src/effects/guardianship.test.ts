import type { CaseData } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { arrive, childOf, currentRow, openCase, rowsOf, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const ward = '0709614231'
const former = '0707614293'
const guardian = '0709614096'
const reporter = 'family-law'

const today = () => world().deps.clock.today()
const byNumber = (guardianPersonnummer: string) => ({
  guardianRelation: '00001',
  guardianPersonnummer,
})

async function followUp(caseId: string, followOn: string, data: CaseData = {}): Promise<void> {
  await tell(world(), caseId, { type: 'openFollowOn', followOn, data }, reporter)
  const { id } = await childOf(world(), caseId, followOn)
  await submitTo(world(), id, 'completed')
}

test('a guardian whom the decision does not name is appointed', async () => {
  const start = {
    personnummer: ward,
    kind: '6-FULL',
    startDate: today(),
    guardianRelation: '00000',
    deciding: '1101',
    decision: 'Kendelse 7',
  }
  const guardianship = await openCase(world(), 'under-guardianship', start, reporter)
  await submitTo(world(), guardianship, 'followOns')
  await followUp(guardianship, 'guardian@person', byNumber(former))
  expect(await currentRow(world(), ward, 'guardian')).toMatchObject(byNumber(former))
})

test('the former guardian goes when another comes', async () => {
  const change = {
    personnummer: ward,
    startDate: today(),
    decision: 'Beskikkelse 8',
    authority: '1301',
    ...byNumber(guardian),
  }
  const appointment = await openCase(world(), 'guardian', change, reporter)
  await submitTo(world(), appointment, 'followOns')
  await followUp(appointment, 'guardian-discharge@person')
  expect(await currentRow(world(), ward, 'guardian')).toMatchObject(byNumber(guardian))
})

test('no guardian outlives the guardianship', async () => {
  const end = {
    personnummer: ward,
    endDate: today(),
    reason: 'DECISION',
    documentation: 'Kendelse 9',
    authority: '1301',
  }
  const ending = await openCase(world(), 'under-guardianship-cessation', end, reporter)
  await submitTo(world(), ending, 'completed')
  const { id } = await childOf(world(), ending, 'guardian-discharge@person')
  const { snapshot } = await arrive(world(), id, 'completed')
  expect(snapshot.context.differences).toEqual([])
  const guardians = await rowsOf(world(), ward, 'guardian')
  const guardianships = await rowsOf(world(), ward, 'guardianship')
  expect([...guardians, ...guardianships].filter(({ current }) => current)).toEqual([])
})
