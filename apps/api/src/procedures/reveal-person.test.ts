import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { ask, command, key, reached, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()

async function checked(personnummer: string, addressingName: string): Promise<string> {
  const startDate = system().clock.today()
  const data = { personnummer, addressingName, startDate, authority: '0851' }
  const order = {
    event: 'addressing-name',
    data,
    purpose: 'Anmeldelse modtaget',
    idempotencyKey: key(),
  }
  const drafted: CaseView = await ask(system(), 'cases.open', order)
  await command(system(), drafted, { type: 'submit' })
  await reached(system(), drafted.caseId, ['confirming', 'completed'])
  return drafted.caseId
}

test('showing a number in full is written down', async () => {
  const caseId = await checked('0107529039', 'Nymark,E')
  const shown = await ask(system(), 'cases.reveal', { caseId, pnr: '010752-9039' })
  expect(shown).toEqual({ shown: true })
  const rows = await ask(system(), 'audit.list', { caseId, action: 'person.reveal' }, 'auditor')
  expect(rows).toMatchObject([{ actor: 'caseworker', purpose: 'Anmeldelse modtaget' }])
})

test('a protected person takes a reason', async () => {
  const caseId = await checked('0702614147', 'Ravnholt,P')
  const order = { caseId, pnr: '0702614147' }
  expect(await ask(system(), 'cases.reveal', order)).toEqual({ shown: false })
  const reason = 'Skal ringe borgeren op'
  await ask(system(), 'cases.reveal', { ...order, reason })
  const rows = await ask(system(), 'audit.list', { caseId, action: 'person.reveal' }, 'auditor')
  expect(rows).toMatchObject([{ purpose: reason }])
})

test('nobody else is shown', async () => {
  const caseId = await checked('0909610036', 'Overby,S')
  const order = { caseId, pnr: '0107529039' }
  expect(await refusal(system(), 'cases.reveal', order)).toEqual(['BAD_REQUEST', 'personUnknown'])
})
