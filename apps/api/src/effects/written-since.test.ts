import { expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import type { StoredCase } from '../engine/ports.ts'
import { deathData, marriageData } from '../testing/forms.ts'
import {
  abbreviate,
  arrive,
  childOf,
  completeDeath,
  currentRow,
  openCase,
  submitTo,
} from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { verifyHandler } from './verify.ts'

const world = withWorld()

async function stored(caseId: string): Promise<StoredCase> {
  const found = await findCase(world().deps.db, caseId)
  if (!found) throw new Error('no case')
  return found
}

/** What a case would find that looks only now. */
async function differingNow(of: StoredCase): Promise<readonly string[]> {
  const effect = { id: '99/0', type: 'verify', payload: {} } as const
  const run = { case: of, effect, fence: 0n, attempts: 0 }
  const handled = await verifyHandler(world().deps)(run)
  if (handled.type !== 'answer' || handled.answer.type !== 'verified') throw new Error('no answer')
  return handled.answer.differences.map(({ entity }) => entity)
}

test('what another case reported since is not held against it', async () => {
  const pnr = '1306814180'
  const first = await abbreviate(world(), pnr)
  await submitTo(world(), first, 'completed')
  const { firstNames, lastName } = await currentRow(world(), pnr, 'name')
  const second = await openCase(world(), 'addressing-name', {
    personnummer: pnr,
    startDate: world().deps.clock.today(),
    addressingName: `${lastName},${String(firstNames).slice(0, 2)}`,
    authority: '0851',
  })
  await submitTo(world(), second, 'completed')
  expect(await differingNow(await stored(first))).toEqual([])
  expect(await differingNow(await stored(second))).toEqual([])
})

test('what nobody else wrote is held against it', async () => {
  const caseId = await abbreviate(world(), '0709614304')
  const reported = await submitTo(world(), caseId, 'completed')
  const { context } = reported.snapshot
  const data = { ...context.data, addressingName: 'Birk,A' }
  const snapshot = { ...reported.snapshot, context: { ...context, data } }
  expect(await differingNow({ ...reported, snapshot })).toEqual(['addressingName'])
})

test('the survivor may have married again by then', async () => {
  const [deceased, survivor] = ['0709614231', '0709614096']
  const today = world().deps.clock.today()
  const death = await openCase(world(), 'death', deathData(deceased, today))
  await completeDeath(world(), death)
  const widowhood = await childOf(world(), death, 'widowhood@spouse-or-partner')
  const ended = await arrive(world(), widowhood.id, 'completed')
  const marriage = await openCase(
    world(),
    'marriage-entry',
    marriageData([survivor, '0707614293'], today, { estateShown: true }),
  )
  await submitTo(world(), marriage, 'completed', 'followOns')
  expect(await differingNow(ended)).toEqual([])
  expect(await differingNow(await stored(death))).toEqual([])
})
