import { addDays } from '@sagsgang/events'
import type { RegisterView } from '@sagsgang/events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import { marriageData, moveData } from '../testing/forms.ts'
import { abbreviate, currentRow, openCase, rowsOf, submitTo } from '../testing/story.ts'
import { completed, undoAsForeseen } from '../testing/undo-story.ts'
import { withWorld } from '../testing/world.ts'
import { storedView } from './case-facts.ts'
import { verifyUndoHandler } from './verify-undo.ts'

const world = withWorld()
const today = () => world().deps.clock.today()

/** What an undo would find that looks only now. */
async function differingNow(caseId: string): Promise<readonly string[]> {
  const undone = await findCase(world().deps.db, caseId)
  if (!undone) throw new Error('no case')
  const effect = { id: '99/0', type: 'verifyUndo', payload: {} } as const
  const handled = await verifyUndoHandler(world().deps)({
    case: undone,
    effect,
    fence: 0n,
    attempts: 0,
  })
  if (handled.type !== 'answer' || handled.answer.type !== 'verified') throw new Error('no answer')
  return handled.answer.differences.map(({ entity }) => entity)
}

test('what another case reported since is not held against an undo', async () => {
  const pnr = '1306814180'
  const first = await abbreviate(world(), pnr)
  await submitTo(world(), first, 'completed')
  await undoAsForeseen(world(), first, { people: [pnr] })
  await submitTo(world(), await abbreviate(world(), pnr), 'completed')
  expect(await differingNow(first)).toEqual([])
})

test('nor is it against an undo that touches two', async () => {
  const couple = ['0707614293', '1306814172'] as const
  const wedding = await completed(world(), 'marriage-entry', marriageData(couple, today()))
  await undoAsForeseen(world(), wedding, { people: couple })
  await completed(world(), 'marriage-entry', marriageData(couple, today()))
  expect(await differingNow(wedding)).toEqual([])
})

test('nor against the undo of maintenance', async () => {
  const pnr = '0709614096'
  const rows = await rowsOf(world(), pnr, 'address')
  const end = String(rows.findLast((row) => row.mark === null && row.end !== null)?.end)
  const late = {
    personnummer: pnr,
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '027',
    startDate: addDays(end, -400),
    endDate: end,
    reason: 'Aldrig indberettet',
  }
  const reported = await completed(world(), 'address.report-former', late)
  await undoAsForeseen(world(), reported, { people: [pnr] })
  await completed(world(), 'address.report-former', late)
  expect(await differingNow(reported)).toEqual([])
})

/** As if the person had been called otherwise before the case. */
async function pretendBefore(caseId: string, name: string): Promise<void> {
  const { db } = world().deps
  const { people } = await storedView(db, { id: caseId, parentId: null })
  const view = { people: Object.fromEntries(Object.entries(people).map(calling(name))) }
  await sql`update case_views set view = ${JSON.stringify(view)} where case_id = ${caseId}`.execute(
    db,
  )
}

const calling =
  (name: string) =>
  ([pnr, person]: [string, RegisterView['people'][string]]) => [
    pnr,
    {
      ...person,
      rows: person?.rows.map((row) =>
        row.entity === 'addressingName'
          ? { ...row, columns: { ...row.columns, addressingName: name } }
          : row,
      ),
    },
  ]

test('what nobody else wrote is held against it', async () => {
  const pnr = '0709614304'
  await submitTo(world(), await abbreviate(world(), pnr), 'completed')
  const { firstNames, lastName } = await currentRow(world(), pnr, 'name')
  const second = await openCase(world(), 'addressing-name', {
    personnummer: pnr,
    startDate: today(),
    addressingName: `${lastName},${String(firstNames).slice(0, 2)}`,
    authority: '0851',
  })
  await submitTo(world(), second, 'completed')
  await undoAsForeseen(world(), second, { people: [pnr] })
  await pretendBefore(second, 'Birk,A')
  expect(await differingNow(second)).toEqual(['addressingName'])
  await completed(world(), 'move', moveData(pnr, today(), { houseNumber: '031' }))
  expect(await differingNow(second)).toEqual(['addressingName'])
})
