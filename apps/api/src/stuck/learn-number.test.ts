import { sql } from 'kysely'
import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { waitFor } from '../procedures/wait-for.ts'
import { birthData } from '../testing/forms.ts'
import { faults } from '../testing/stuck-people.ts'
import { ask, command, key, reached, withSystem } from '../testing/system.ts'

const system = withSystem()

async function pass(seconds: number): Promise<void> {
  const order = { method: 'PUT', body: JSON.stringify({ advance: { seconds } }) }
  await fetch(`${system().registerUrl}/control/clock`, order)
  system().engine.wake()
}

test('a birth decided for applied learns the number first', async () => {
  await faults(system(), { lateApply: { p: 1, ms: 600_000 } })
  const opened: CaseView = await ask(
    system(),
    'cases.open',
    {
      event: 'birth',
      data: birthData('1306814172', system().clock.today()),
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
  const decision = { type: 'decide', outcome: 'applied', reason: 'Set hos CPR' }
  await command(system(), doubted, decision, 'parish')
  const view = await reached(system(), caseId, ['followOns'], 'parish')
  const naming = view.followOns.find(({ event }) => event === 'naming')
  expect(naming).toMatchObject({ state: 'due' })
}, 60_000)
