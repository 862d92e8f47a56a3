import { addDays } from '@sagsgang/events'
import type { CaseData } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import { moveData } from '../testing/forms.ts'
import { applied, arrive, currentRow, openCase, rowsOf, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const person = '0709614096'

const moveOn = (moveDate: string, more: CaseData = {}) =>
  openCase(world(), 'move', moveData(person, moveDate, more))

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

test('a family moves one after the other', async () => {
  const [mother, child] = ['0709614673', '3006980014']
  const today = world().deps.clock.today()
  const caseId = await moveOn(today, { personnummer: mother, familyMembers: [child] })
  await submitTo(world(), caseId, 'completed')
  const homes = await Promise.all([mother, child].map((pnr) => currentRow(world(), pnr, 'address')))
  expect(homes).toMatchObject([
    { streetCode: '8511', start: today },
    { streetCode: '8511', start: today },
  ])
  const moved = (await applied(world())).map(({ keys }) => keys['PNR'])
  expect(moved.slice(-2)).toEqual([mother, child])
})

test('a move of the past is reported as former data', async () => {
  const pnr = '0709614231'
  const { start } = await currentRow(world(), pnr, 'address')
  const caseId = await moveOn('19990501', { personnummer: pnr })
  const replaced = await submitTo(world(), caseId, 'withdrawn')
  expect(replaced.snapshot.context.findings.map(({ rule }) => rule)).toContain('move.latest')
  const [told] = replaced.snapshot.context.findings.filter(({ rule }) => rule === 'move.latest')
  expect(told?.message.da).toContain(`${start.slice(6)}.${start.slice(4, 6)}.${start.slice(0, 4)}`)
  const former = await replacementOf(caseId)
  await tell(world(), former, { type: 'fill', data: { reason: 'Aldrig anmeldt' } })
  const { snapshot } = await submitTo(world(), former, 'completed')
  expect(snapshot.context.differences).toEqual([])
  const rows = await rowsOf(world(), pnr, 'address')
  expect(rows).toContainEqual(
    expect.objectContaining({ start: '19990501', end: start, streetCode: '8511' }),
  )
})

async function replacementOf(caseId: string): Promise<string> {
  const replacement = async () => {
    const stored = await findCase(world().deps.db, caseId)
    return stored?.snapshot.context.replacement ?? null
  }
  await expect.poll(replacement).not.toBeNull()
  return (await replacement()) ?? ''
}
