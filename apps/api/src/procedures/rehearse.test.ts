import { addDays } from '@sagsgang/events'
import { afterEach, beforeAll, expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import type { RehearsalView } from '../plan-view.ts'
import { marriageData } from '../testing/forms.ts'
import { report } from '../testing/report.ts'
import { ask, command, key, reached, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const couple = ['0707614293', '1306814172'] as const
const [, wife] = couple
let wedding = ''

const put = (path: string, body: object) =>
  fetch(`${system().registerUrl}/control/${path}`, { method: 'PUT', body: JSON.stringify(body) })

const applied = async (): Promise<unknown> =>
  (await fetch(`${system().registerUrl}/control/applied`)).json()

const submissions = () => system().db.selectFrom('submissions').select('id').execute()

const rehearse = (input: object, user = 'senior'): Promise<RehearsalView> =>
  ask(system(), 'cases.rehearse', { caseId: wedding, ...input }, user)

async function takeName(caseId: string): Promise<void> {
  const parent = { caseId, followOn: 'name-change@spouse', person: wife }
  const data = { firstNames: 'Mette', lastName: 'Henriksen', ground: 'WEDDING' }
  const order = { event: 'name-change', data, purpose: 'Navn ved vielsen', parent }
  const drafted = await ask(system(), 'cases.open', { ...order, idempotencyKey: key() }, 'senior')
  await command(system(), drafted, { type: 'submit' }, 'senior')
  await reached(system(), drafted.caseId, ['completed'], 'senior')
}

beforeAll(async () => {
  const data = marriageData(couple, system().clock.today())
  const married = await report(system(), { event: 'marriage-entry', data })
  wedding = married.caseId
  await takeName(wedding)
  await reached(system(), wedding, ['completed'])
}, 60_000)

afterEach(() => put('faults', {}))

test('every step is answered and nothing is saved', async () => {
  const before = [await applied(), await submissions()]
  const seen: CaseView = await ask(system(), 'cases.get', { caseId: wedding })
  const { steps } = await rehearse({}, 'caseworker')
  expect(steps.map(({ operation, outcome }) => [operation, outcome])).toEqual([
    ['name.undo-current', 'accepted'],
    ['civil-status.undo-current', 'accepted'],
  ])
  expect(steps.map(({ restsOn }) => restsOn)).toEqual([0, 1])
  expect([await applied(), await submissions()]).toEqual(before)
  expect((await ask(system(), 'cases.get', { caseId: wedding })).version).toBe(seen.version)
})

test('the conversations are broken off and can be read', async () => {
  await rehearse({})
  const messages = await ask(system(), 'cases.messages', { caseId: wedding })
  const actions = messages
    .slice(0, 6)
    .map(({ service, action }: Record<string, string>) => [service, action])
  expect(actions).toEqual(
    ['CIV-F', 'NAVN-F'].flatMap((service) =>
      ['abort', 'validate', 'initiate'].map((action) => [service, action]),
    ),
  )
})

test('a refusal stands at its field in both languages', async () => {
  const refuse = { service: 'CIV-F', field: 'TIMSTP', code: 5499, text: 'Rækken er låst' }
  await put('faults', { refuse })
  const { steps } = await rehearse({})
  expect(steps.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused'])
  expect(steps[1]?.findings).toEqual([
    {
      rule: 'receipt.5499',
      severity: 'error',
      fields: ['timestamp'],
      message: { da: expect.stringContaining('Rækken er låst'), en: expect.any(String) },
    },
  ])
})

test('a correction is rehearsed before it is ordered', async () => {
  const before = await applied()
  const dayBefore = addDays(system().clock.today(), -1)
  const { steps } = await rehearse({ data: { marriageDate: dayBefore } })
  expect(steps).toMatchObject([
    { operation: 'civil-status.correct-current', outcome: 'accepted', restsOn: 0 },
  ])
  expect(await applied()).toEqual(before)
})

test('nothing to correct is nothing to rehearse', async () => {
  expect(await rehearse({ data: {} })).toEqual({ steps: [] })
})

test('a closed register is told apart from a refusal', async () => {
  await put('faults', { closed: true })
  expect(await refusal(system(), 'cases.rehearse', { caseId: wedding }, 'senior')).toEqual([
    'PRECONDITION_FAILED',
    'registerClosed',
  ])
})

test.each([
  ['auditor', {}, ['FORBIDDEN', 'roleNotAllowed']],
  ['other', {}, ['NOT_FOUND', 'caseNotFound']],
  ['senior', { data: {}, also: [] }, ['BAD_REQUEST', 'inputInvalid']],
  ['senior', { also: [7] }, ['BAD_REQUEST', 'inputInvalid']],
  ['senior', { data: { colour: 'red' } }, ['BAD_REQUEST', 'fieldUnknown']],
])('%s may not rehearse with %j', async (user, more, told) => {
  const order = { caseId: wedding, ...more }
  expect(await refusal(system(), 'cases.rehearse', order, user)).toEqual(told)
})
