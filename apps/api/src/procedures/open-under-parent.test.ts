import { beforeAll, expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { ask, command, key, reached, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const purpose = 'Vielse på rådhuset meddelt'
const husband = '0707614293'
const wife = '1306814172'

let married: CaseView | undefined

const wedding = () => {
  const today = system().clock.today()
  return {
    personnummer: husband,
    spousePersonnummer: wife,
    marriageDate: today,
    marriageAuthority: '0851',
    marriageKind: 'CIVIL',
    certificateDate: today,
    documentation: 'Vielsesprotokol 12',
    authority: '0851',
  }
}

const parentId = () => {
  if (married === undefined) throw new Error('nobody is married')
  return married.caseId
}

beforeAll(async () => {
  const order = { event: 'marriage-entry', data: wedding(), purpose, idempotencyKey: key() }
  const drafted: CaseView = await ask(system(), 'cases.open', order)
  const early = { event: 'name-change', purpose, idempotencyKey: key(), parent: drafted.caseId }
  expect(await refusal(system(), 'cases.open', early)).toEqual([
    'PRECONDITION_FAILED',
    'followOnNotOffered',
  ])
  await command(system(), drafted, { type: 'submit' })
  const checked = await reached(system(), drafted.caseId, ['confirming', 'completed'])
  const findings = checked.findings.map(({ rule }) => rule)
  if (checked.status === 'confirming') {
    await command(system(), checked, { type: 'confirm', findings, reason: 'Set efter' })
  }
  married = await reached(system(), drafted.caseId, ['completed'])
}, 60_000)

test('an accepted primary offers what follows on', () => {
  const keys = married?.followOns.filter(({ state }) => state === 'offered').map((one) => one.key)
  expect(keys).toEqual(
    expect.arrayContaining(['name-change@spouse', 'protection@person-or-spouse']),
  )
})

test('a follow-on opens under its primary for the person named', async () => {
  const order = {
    event: 'name-change',
    data: { personnummer: wife, lastName: 'Henriksen' },
    purpose,
    idempotencyKey: key(),
    parent: parentId(),
  }
  const child: CaseView = await ask(system(), 'cases.open', order)
  expect(child).toMatchObject({ event: 'name-change', status: 'draft', parent: parentId() })
  expect(child.data).toMatchObject({ personnummer: wife, lastName: 'Henriksen' })
  expect((await ask(system(), 'cases.open', order)).caseId).toBe(child.caseId)
  const other = { ...order, data: {} }
  expect(await refusal(system(), 'cases.open', other)).toEqual(['CONFLICT', 'idempotencyKeyReused'])

  const parent = await reached(system(), parentId(), ['followOns'])
  const followOn = parent.followOns.find((one) => one.key === 'name-change@spouse')
  expect(followOn).toMatchObject({ state: 'open', cases: [child.caseId] })
})

test('the parent answers a command that opens a child', async () => {
  const parent: CaseView = await ask(system(), 'cases.get', { caseId: parentId() })
  const opened = await command(system(), parent, {
    type: 'openFollowOn',
    followOn: 'name-change@person',
  })
  expect(opened.caseId).toBe(parent.caseId)
  const followOn = opened.followOns.find((one) => one.key === 'name-change@person')
  expect(followOn?.cases).toHaveLength(1)
  const children = await ask(system(), 'cases.list', { parent: parentId() })
  expect(children.cases).toHaveLength(2)
})

test('a refused order leaves its key free', async () => {
  const idempotencyKey = key()
  const refused = { event: 'naming', purpose, idempotencyKey, parent: parentId() }
  await refusal(system(), 'cases.open', refused)
  const other = { ...refused, event: 'marriage-entry' }
  expect(await refusal(system(), 'cases.open', other)).toEqual([
    'PRECONDITION_FAILED',
    'followOnNotOffered',
  ])
})

test('what does not follow on is not offered', async () => {
  for (const event of ['naming', 'marriage-entry']) {
    const order = { event, purpose, idempotencyKey: key(), parent: parentId() }
    expect(await refusal(system(), 'cases.open', order)).toEqual([
      'PRECONDITION_FAILED',
      'followOnNotOffered',
    ])
  }
})
