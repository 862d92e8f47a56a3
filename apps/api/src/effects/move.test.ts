import { addDays } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { applied, arrive, currentRow, openCase, submitTo } from './test-story.ts'
import { withWorld } from './test-world.ts'

const world = withWorld()
const person = '0709614096'

const moveOn = (moveDate: string, streetCode = '8511') =>
  openCase(world(), 'move', {
    personnummer: person,
    moveDate,
    municipalityCode: '0851',
    streetCode,
    houseNumber: '021',
    moveReason: 'OWN',
    authority: '0851',
  })

test('a move too far ahead is refused', async () => {
  const today = world().deps.clock.today()
  const caseId = await moveOn(addDays(today, 29))
  const stored = await submitTo(world(), caseId, 'draft')
  const rules = stored.snapshot.context.findings.map(({ rule }) => rule)
  expect(rules).toContain('move.window')
})

test('a move ahead waits for its day', async () => {
  const day = addDays(world().deps.clock.today(), 20)
  const caseId = await moveOn(day)
  await submitTo(world(), caseId, 'waiting')
  expect(await applied(world())).toEqual([])
  await world().advance({ days: 20 })
  await arrive(world(), caseId, 'completed')
  expect(await currentRow(world(), person, 'address')).toMatchObject({
    streetCode: '8511',
    start: day,
  })
})
