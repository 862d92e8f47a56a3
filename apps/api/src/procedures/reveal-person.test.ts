import { expect, test } from 'vitest'

import { ask, refusal, reportName, withSystem } from '../testing/system.ts'

const system = withSystem()

const checked = async (personnummer: string, addressingName: string): Promise<string> =>
  (await reportName(system(), personnummer, addressingName)).caseId

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
