import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'

import type { CaseView } from '../case-view.ts'
import { waitFor } from '../procedures/wait-for.ts'
import { birthData } from '../testing/forms.ts'
import { faults } from '../testing/stuck-people.ts'
import { ask, command, key, reached, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()

async function pass(seconds: number): Promise<void> {
  const order = { method: 'PUT', body: JSON.stringify({ advance: { seconds } }) }
  await fetch(`${system().registerUrl}/control/clock`, order)
  system().engine.wake()
}

/** A birth whose save was applied late, where somebody is asked what came of it. */
async function doubtfulBirth(mother: string): Promise<CaseView> {
  await faults(system(), { lateApply: { p: 1, ms: 600_000 } })
  const opened: CaseView = await ask(
    system(),
    'cases.open',
    {
      event: 'birth',
      data: birthData(mother, system().clock.today()),
      purpose: 'Anmeldelse af fødsel',
      idempotencyKey: key(),
    },
    'parish',
  )
  const { caseId } = opened
  await command(system(), opened, { type: 'submit' }, 'parish')
  const asked = await reached(system(), caseId, ['confirming'], 'parish')
  const findings = asked.findings.map(({ rule }) => rule)
  const reason = 'Set efter'
  await command(system(), asked, { type: 'confirm', findings, reason }, 'parish')
  await reached(system(), caseId, ['inDoubt'], 'parish')
  await faults(system(), {})
  // The register was asked as often as it may be, and showed nothing.
  await sql`update submissions set rounds = 6 where case_id = ${caseId}`.execute(system().db)
  await pass(901)
  const doubted = await waitFor(async () => {
    const view: CaseView = await ask(system(), 'cases.get', { caseId }, 'parish')
    return JSON.stringify(view.state).includes('deciding') ? view : undefined
  }, 15_000)
  if (doubted === undefined) throw new Error('nobody is asked to decide')
  return doubted
}

async function followOnsOf(caseId: string) {
  const { followOns, persons } = await reached(system(), caseId, ['followOns'], 'parish')
  const naming = followOns.find(({ event }) => event === 'naming')
  return { naming: naming?.state, child: persons.find(({ role }) => role === 'child')?.pnr }
}

const decision = { type: 'decide', outcome: 'applied', reason: 'Set hos CPR' }

test('a birth decided for applied learns the number first', async () => {
  const doubted = await doubtfulBirth('1306814172')
  await command(system(), doubted, decision, 'parish')
  const { naming, child } = await followOnsOf(doubted.caseId)
  expect(naming).toBe('due')
  expect(child).toBeDefined()
}, 60_000)

const newestNumber = async (born: string): Promise<string> => {
  const answer = await fetch(`${system().registerUrl}/control/people?limit=1000&status=20`)
  const people = z.array(z.object({ pnr: z.string(), birthDate: z.string() }))
  const found = people.parse(await answer.json()).filter(({ birthDate }) => birthDate === born)
  return found.at(-1)?.pnr ?? ''
}

test('of a foundling whoever decides names the number', async () => {
  const doubted = await doubtfulBirth('0000000000')
  const { caseId, version: expectedVersion } = doubted
  const decide = (person?: string, user = 'parish') => {
    const order = { ...decision, ...(person !== undefined && { person }) }
    const input = { caseId, expectedVersion, idempotencyKey: key(), command: order }
    return refusal(system(), 'cases.command', input, user)
  }
  expect(await decide()).toEqual(['PRECONDITION_FAILED', 'numberMissing'])
  for (const another of ['1306814172', '0101010001', 'ingen'])
    expect(await decide(another)).toEqual(['PRECONDITION_FAILED', 'numberNotGiven'])
  const child = await newestNumber(system().clock.today())
  const named = { ...decision, person: `${child.slice(0, 6)}-${child.slice(6)}` }
  await command(system(), doubted, named, 'parish')
  expect(await followOnsOf(caseId)).toEqual({ naming: 'due', child })
}, 60_000)
