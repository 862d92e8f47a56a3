import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { ask, command, key, reached, refusal, reportName, withSystem } from '../testing/system.ts'

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

/** Somebody born on the same day, of the same sex, as one whom CPR knows. */
async function found(): Promise<CaseView> {
  const day = system().clock.today()
  const data = {
    birthDate: '19520701',
    sex: 'M',
    firstNames: 'Erik',
    lastName: 'Nymark',
    citizenship: '5130',
    birthAuthority: '5130',
    civilStatus: 'U',
    churchRelation: 'U',
    entryDate: day,
    entryCountry: '5130',
    lastForeignAddress: ['14 quai Perrache', 'FR-69002 Lyon'],
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '042',
    stayBasis: 'EU',
    stayFrom: day,
    personalAppearance: true,
    expectedStay: true,
    documentation: 'Registreringsbevis 2026-9',
    authority: '0851',
  }
  const order = { event: 'entry-without-pnr', data, purpose: 'Anmeldelse modtaget' }
  const drafted = await ask(system(), 'cases.open', { ...order, idempotencyKey: key() })
  await command(system(), drafted, { type: 'submit' })
  return reached(system(), drafted.caseId, ['confirming'])
}

test('somebody whom a warning found takes a reason', async () => {
  const { caseId, findings } = await found()
  const [pnr] = findings.flatMap(({ people = [] }) => people)
  expect(pnr).toBe('0107529039')
  const order = { caseId, pnr }
  expect(await ask(system(), 'cases.reveal', order)).toEqual({ shown: false })
  const search = { caseId, action: 'person.reveal' }
  expect(await ask(system(), 'audit.list', search, 'auditor')).toEqual([])
  const reason = 'Er det samme person?'
  expect(await ask(system(), 'cases.reveal', { ...order, reason })).toEqual({ shown: true })
  expect(await ask(system(), 'audit.list', search, 'auditor')).toMatchObject([{ purpose: reason }])
})
