import { expect, test } from 'vitest'

import type { OperationsView } from '../operations-view.ts'
import { ask, reportName, withSystem } from '../testing/system.ts'

const system = withSystem()

test('the figures say what is done and what waits', async () => {
  expect(await reportName(system(), '0107529039', 'Nymark,E')).toMatchObject({
    status: 'completed',
  })
  const view: OperationsView = await ask(system(), 'operations.overview', {}, 'operator')
  expect(view.cases).toEqual([{ event: 'addressing-name', status: 'completed', count: 1 }])
  const saved = view.register.find(({ service }) => service === 'ADRNVN-I')
  expect(saved).toMatchObject({ calls: 3, failures: 0 })
  expect(JSON.stringify(view)).not.toContain('0107529039')
})
