import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import type { OperationsView } from '../operations-view.ts'
import { ask, command, key, reached, withSystem } from '../testing/system.ts'

const system = withSystem()

test('the figures say what is done and what waits', async () => {
  const today = system().clock.today()
  const data = {
    personnummer: '0107529039',
    addressingName: 'Nymark,E',
    startDate: today,
    authority: '0851',
  }
  const order = {
    event: 'addressing-name',
    data,
    purpose: 'Anmeldelse modtaget',
    idempotencyKey: key(),
  }
  const drafted: CaseView = await ask(system(), 'cases.open', order)
  await command(system(), drafted, { type: 'submit' })
  await reached(system(), drafted.caseId, ['completed'])
  const view: OperationsView = await ask(system(), 'operations.overview', {}, 'operator')
  expect(view.cases).toEqual([{ event: 'addressing-name', status: 'completed', count: 1 }])
  const saved = view.register.find(({ service }) => service === 'ADRNVN-I')
  expect(saved).toMatchObject({ calls: 3, failures: 0 })
  expect(JSON.stringify(view)).not.toContain('0107529039')
})
