import { expect, test } from 'vitest'

import { dayOf } from '../clock.ts'
import type { StatementView } from '../metering/metering-view.ts'
import { ask, refusal, reportName, withSystem } from '../testing/system.ts'

const system = withSystem()

const thisMonth = () => dayOf(new Date()).slice(0, 6)

test('what a case asked of the register is counted', async () => {
  const { number } = await reportName(system(), '0107529039', 'Nymark,E')
  const order = { month: thisMonth(), by: 'case' }
  const view: StatementView = await ask(system(), 'metering.statement', order, 'operator')
  const own = view.rows.filter((row) => row.case === number)
  const saved = own.filter(({ action }) => action === 'update.intended')
  expect(saved).toMatchObject([{ service: 'ADRNVN-I', calls: 1, failed: 0, authority: '0851' }])
  expect(own.some(({ action, calls }) => action === 'register.lookUp' && calls > 0)).toBe(true)
  expect(view).toMatchObject({ complete: true, pricesAreModelled: true, currency: 'DKK' })
  expect(view.csv.split('\r\n')).toHaveLength(view.rows.length + 2)
  expect(view.csv).not.toContain('0107529039')
})

test('nobody sees the calls of another authority', async () => {
  const order = { month: thisMonth(), by: 'user' }
  const view: StatementView = await ask(system(), 'metering.statement', order, 'parish')
  expect(view.rows).toEqual([])
})

test('asking what was asked is noted too', async () => {
  const [row] = await ask(system(), 'audit.list', { action: 'metering.statement' }, 'auditor')
  expect(row).toMatchObject({ actor: 'operator', outcome: 'read' })
})

test.each([{ month: '202613' }, { month: '1999' }, { month: '202611', by: 'everything' }, {}])(
  'a statement of %o is none',
  async (order) => {
    const [code] = await refusal(system(), 'metering.statement', order, 'operator')
    expect(code).toBe('BAD_REQUEST')
  },
)
