import { expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import { openCase, rowsOf, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const pnr = '0709614231'

const conditionFrom = (startDate: string) =>
  openCase(world(), 'municipal-conditions', {
    personnummer: pnr,
    conditionType: '1',
    conditionCode: 'A1',
    comment: 'Plejehjem',
    municipality: '0851',
    startDate,
    authority: '0851',
  })

async function replacementOf(caseId: string): Promise<string> {
  const replacement = async () =>
    (await findCase(world().deps.db, caseId))?.snapshot.context.replacement ?? null
  await expect.poll(replacement).not.toBeNull()
  return (await replacement()) ?? ''
}

test('an older condition is reported as former data', async () => {
  await submitTo(world(), await conditionFrom('20250101'), 'completed')
  const older = await conditionFrom('20230101')
  const { snapshot } = await submitTo(world(), older, 'withdrawn')
  expect(snapshot.context.findings.map(({ message }) => message.da).join()).toContain('01.01.2025')
  const former = await replacementOf(older)
  const begun = await findCase(world().deps.db, former)
  expect(begun?.snapshot.context.data).toMatchObject({
    personnummer: pnr,
    conditionCode: 'A1',
    startDate: '20230101',
    endDate: '20250101',
  })
  await tell(world(), former, { type: 'fill', data: { reason: 'Aldrig indberettet' } })
  await submitTo(world(), former, 'completed')
  const rows = await rowsOf(world(), pnr, 'municipalCondition')
  expect(rows.map(({ start, end, municipality }) => [start, end, municipality])).toEqual([
    ['20250101', null, '0851'],
    ['20230101', '20250101', '0851'],
  ])
})

test('what a replaced case saw is forgotten', async () => {
  const older = await conditionFrom('20220101')
  await submitTo(world(), older, 'withdrawn')
  await replacementOf(older)
  const { db } = world().deps
  const seen = () => db.selectFrom('case_views').selectAll().where('case_id', '=', older).execute()
  await expect.poll(seen).toEqual([])
})
