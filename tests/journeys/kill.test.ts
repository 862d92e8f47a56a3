import { expect, test } from 'vitest'

import type { Api } from '../src/api.ts'
import { createControl, type Control } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { moveData } from '../src/people.ts'

const journey = useProduct()
const running = 200
const lasting = ['completed', 'followOns', 'confirming', 'waiting', 'inDoubt', 'draft', 'stuck']

async function peopleOfAalborg(control: Control): Promise<readonly string[]> {
  const people = await control.people('status=01&limit=2000')
  return people
    .filter(({ municipality, birthDate }) => municipality === '0851' && birthDate < '20050101')
    .slice(0, running)
    .map(({ pnr }) => pnr)
}

async function submitMove(api: Api, control: Control, pnr: string): Promise<string> {
  const { caseId } = await api.open('move', await moveData(control, pnr, 0))
  await api.command(caseId, { type: 'submit' })
  return caseId
}

/** Confirms whatever the move warns about, so that as many as possible are on the wire. */
async function confirmAll(api: Api, caseIds: readonly string[]) {
  for (const caseId of caseIds) {
    const found = await api.until(caseId, ({ status }) => status !== 'checking')
    if (found.status !== 'confirming') continue
    const findings = found.findings.map(({ rule }) => rule)
    await api.command(caseId, { type: 'confirm', findings, reason: 'seen and discussed' })
  }
}

test('two hundred running cases survive a kill', { timeout: 180_000 }, async () => {
  const { as, control, product } = journey.world
  const api = as('caseworker')
  const people = await peopleOfAalborg(control)
  const { length } = await control.applied()
  const caseIds = await Promise.all(people.map((pnr) => submitMove(api, control, pnr)))
  void confirmAll(api, caseIds).catch(() => undefined) // cut off by the kill below
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await product.kill()
  await product.restart()

  await confirmAll(api, caseIds)
  await createControl(product.register).advance({ seconds: 1000 })
  for (const caseId of caseIds) {
    const found = await api.until(caseId, ({ status }) => lasting.includes(status), 60)
    expect(found.waitsFor.da).not.toBe('')
    const journal = await api.journal(caseId)
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1))
  }
  const settled = await Promise.all(
    caseIds.map((caseId) => api.until(caseId, ({ status }) => status !== 'inDoubt', 60)),
  )
  const reported = settled.filter(({ status }) => ['completed', 'followOns'].includes(status))
  expect(reported.length).toBeGreaterThan(running / 2)
  expect((await control.applied()).length - length).toBe(reported.length)
})
