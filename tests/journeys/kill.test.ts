import { expect, test } from 'vitest'

import { isLooking, type Api, type CaseView } from '../src/api.ts'
import type { Control } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { moveData } from '../src/people.ts'

const journey = useProduct()
const running = 200
const someSaved = 25
// Long enough for a save to be on the wire at any moment.
const slowly = { seed: 1, delayMs: 15 }
const ended = ['completed', 'followOns']

/** Grown people whom no case is about yet: one that is unsettled would rightly come first. */
async function chooseAdults(api: Api, control: Control): Promise<readonly string[]> {
  const { cases } = await api.trpc.cases.list.query({ limit: 100 })
  const standing = await Promise.all(cases.map(({ caseId }) => api.get(caseId)))
  const taken = new Set(standing.flatMap(({ persons }) => persons.map(({ pnr }) => pnr)))
  const people = await control.people('status=01&limit=2000')
  return people
    .filter(({ pnr, birthDate }) => birthDate < '20050101' && !taken.has(pnr))
    .slice(0, running)
    .map(({ pnr }) => pnr)
}

async function submitMove(api: Api, control: Control, pnr: string): Promise<string> {
  const { caseId } = await api.open('move', await moveData(control, pnr, 0))
  await api.command(caseId, { type: 'submit' })
  return caseId
}

/** Confirms whatever the move warns about. */
async function confirm(api: Api, caseId: string): Promise<void> {
  const { status, findings } = await api.until(caseId, (found) => found.status !== 'checking')
  if (status !== 'confirming') return
  const rules = findings.map(({ rule }) => rule)
  await api.command(caseId, { type: 'confirm', findings: rules, reason: 'seen and discussed' })
}

async function confirmAll(api: Api, cases: readonly string[]): Promise<void> {
  for (const caseId of cases) await confirm(api, caseId)
}

async function untilSaved(control: Control, count: number): Promise<void> {
  const deadline = Date.now() + 120_000
  while ((await control.applied()).length < count) {
    if (Date.now() > deadline) throw new Error('nothing is saved')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** One after the other: two hundred who ask all the time would be in the way of the work. */
async function restAll(api: Api, cases: readonly string[], ends: readonly string[]) {
  const rested: CaseView[] = []
  for (const caseId of cases)
    rested.push(
      await api.until(caseId, (found) => ends.includes(found.status) && !isLooking(found)),
    )
  return rested
}

async function expectWholeJournal(api: Api, { caseId, version }: CaseView): Promise<void> {
  const seqs = (await api.journal(caseId)).map(({ seq }) => seq)
  expect(seqs).toEqual(Array.from({ length: version }, (_, index) => index + 1))
  const { status, state } = await api.get(caseId)
  expect(await api.trpc.cases.at.query({ caseId, seq: version })).toMatchObject({ status, state })
}

test('two hundred running cases survive a kill', { timeout: 600_000 }, async () => {
  const { as, control, product } = journey.world
  const api = as('caseworker')
  const people = await chooseAdults(api, control)
  expect(people).toHaveLength(running)
  const before = (await control.applied()).length
  const cases = await Promise.all(people.map((pnr) => submitMove(api, control, pnr)))
  await control.faults(slowly)
  void confirmAll(api, cases).catch(() => {}) // cut off by the kill
  await untilSaved(control, before + someSaved)
  await product.kill()
  await product.restart()

  expect((await control.applied()).length - before).toBeLessThan(running)
  await confirmAll(api, cases)
  // Whatever was on the wire is proven applied at once, or absent once the register has had its time.
  await restAll(api, cases, [...ended, 'inDoubt'])
  await control.advance({ seconds: 1000 })
  const done = await restAll(api, cases, ended)
  const told = (await control.applied()).slice(before).map(({ keys }) => keys['PNR'] ?? '')
  expect(told).toHaveLength(running)
  expect(new Set(told)).toEqual(new Set(people))
  for (const found of done) await expectWholeJournal(api, found)
  expect(await product.stop()).toBe(0)
})
