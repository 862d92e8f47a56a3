import { setTimeout as wait } from 'node:timers/promises'

import type { Status } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import { birthData, marriageData } from '../testing/forms.ts'
import { applied, openCase, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()

interface Listed {
  readonly pnr: string
  readonly status: string
  readonly civilStatus: string
  readonly birthDate: string
  readonly sex: string
}

const inChurch = { marriageAuthority: '7001', marriageKind: 'CHURCH', authority: '7001' }
const moving: readonly Status[] = ['checking', 'reporting']

async function confirmAll(caseId: string): Promise<void> {
  const stored = await findCase(world().deps.db, caseId)
  const findings = stored?.snapshot.context.findings.map(({ rule }) => rule) ?? []
  await tell(world(), caseId, { type: 'confirm', findings, reason: 'Set efter' }, 'parish')
}

/** Lets time pass as long as something is in doubt, and no longer. */
async function comeToRest(caseIds: readonly string[], wanted: readonly Status[]): Promise<void> {
  for (let look = 0; look < 400; look++) {
    const cases = await world().deps.db.selectFrom('cases').select(['id', 'status']).execute()
    const own = cases.filter(({ id }) => caseIds.includes(id))
    if (own.every(({ status }) => wanted.includes(status))) return
    for (const { id, status } of own) if (status === 'confirming') await confirmAll(id)
    const isMoving = cases.some(({ status }) => moving.includes(status))
    if (!isMoving && cases.some(({ status }) => status === 'inDoubt'))
      await world().advance({ seconds: 901 })
    await wait(50)
  }
  throw new Error('not at rest')
}

test('a harsh register is told each thing once', async () => {
  const people = await world().control<readonly Listed[]>('people?limit=300')
  const today = world().deps.clock.today()
  const adults = people.filter(
    ({ status, birthDate }) => status === '01' && birthDate > '19660101' && birthDate < '20050101',
  )
  const single = adults.filter(({ civilStatus }) => civilStatus === 'U').slice(-12)
  const mothers = adults.filter(({ sex, birthDate }) => sex === 'K' && birthDate > '19850101')
  const weddings = [0, 2, 4, 6, 8].map((index) => ({
    event: 'marriage-entry',
    data: marriageData([single[index]?.pnr ?? '', single[index + 1]?.pnr ?? ''], today, inChurch),
  }))
  const births = mothers
    .slice(0, 5)
    .map(({ pnr }) => ({ event: 'birth', data: birthData(pnr, today) }))
  const caseIds = await Promise.all(
    [...weddings, ...births].map(({ event, data }) => openCase(world(), event, data, 'parish')),
  )
  const lost = { loseReply: 0.3, loseRequest: 0.3, truncateReply: 0.2 }
  await world().put('faults', { seed: 11, ...lost, lateApply: { p: 0.2, ms: 500_000 } })

  for (const caseId of caseIds) await tell(world(), caseId, { type: 'submit' }, 'parish')
  await comeToRest(caseIds, ['completed', 'followOns'])
  expect(await applied(world())).toHaveLength(caseIds.length)

  const reason = 'Indberettet ved en fejl'
  for (const caseId of caseIds) await tell(world(), caseId, { type: 'undo', reason }, 'parish')
  await comeToRest(caseIds, ['undone'])
  expect(await applied(world())).toHaveLength(2 * caseIds.length)
}, 60_000)
