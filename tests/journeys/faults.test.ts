import { expect, test } from 'vitest'

import { report } from '../src/api.ts'
import { useProduct } from '../src/journey.ts'
import { marriageData, moveData, unmarriedPair } from '../src/people.ts'

const journey = useProduct()
const quiet = {}

test('a lost reply is settled by read-back, without a second update', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { length } = await control.applied()
  const { caseId } = await api.open(
    'marriage-entry',
    await marriageData(control, await unmarriedPair(control)),
  )
  await control.faults({ seed: 1, loseReply: 1 })
  const found = await report(api, caseId, ['completed', 'followOns'])
  await control.faults(quiet)
  expect(found.status).toBe('completed')
  const states = (await api.journal(caseId)).map(({ status }) => status)
  expect(states).toContain('inDoubt')
  const applied = (await control.applied()).slice(length)
  expect(applied.map(({ reply }) => reply)).toEqual(['lost'])
})

test('a lost request is proven absent and sent once more', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { length } = await control.applied()
  const { caseId } = await api.open(
    'marriage-entry',
    await marriageData(control, await unmarriedPair(control, 1)),
  )
  await control.faults({ seed: 1, loseRequest: 1 })
  await report(api, caseId, ['inDoubt'])
  await control.faults(quiet)
  expect((await control.applied()).length).toBe(length)
  await control.advance({ seconds: 1000 })
  await api.until(caseId, ({ status }) => status === 'completed')
  expect((await control.applied()).length).toBe(length + 1)
})

test('a closed register loses nothing and everything goes out', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { caseId } = await api.open(
    'marriage-entry',
    await marriageData(control, await unmarriedPair(control, 2)),
  )
  await control.faults({ seed: 1, closed: true })
  await api.command(caseId, { type: 'submit' })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect((await api.get(caseId)).status).not.toBe('completed')
  await control.faults(quiet)
  const found = await api.until(caseId, ({ status }) =>
    ['confirming', 'completed', 'followOns'].includes(status),
  )
  if (found.status === 'confirming') {
    await api.command(caseId, {
      type: 'confirm',
      findings: found.findings.map(({ rule }) => rule),
      reason: 'seen and discussed',
    })
  }
  await api.until(caseId, ({ status }) => status === 'completed')
})

test('a refusal by the register stands at its field', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { caseId } = await api.open('move', await moveData(control, '0707614293', -1))
  const refuse = { service: 'FLYT-I', field: 'HUSNR', code: 40, text: 'Husnummeret findes ikke' }
  await control.faults({ seed: 1, refuse })
  const found = await report(api, caseId, ['draft'])
  await control.faults(quiet)
  expect(found.findings).toContainEqual(
    expect.objectContaining({ rule: 'receipt.40', fields: ['houseNumber'], severity: 'error' }),
  )
  await report(api, caseId, ['completed', 'followOns'])
})
