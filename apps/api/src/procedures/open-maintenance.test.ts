import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { readRows } from '../register-client/read-view.ts'
import { report } from '../testing/report.ts'
import { ask, command, key, reached, refusal, reportName, withSystem } from '../testing/system.ts'

const system = withSystem()
const person = '0107529039'
const purpose = 'Fejl fundet ved eftersyn'
const reason = 'Står på den forkerte person'

const order = (event: string, data: object = {}) => ({
  event,
  data,
  purpose,
  idempotencyKey: key(),
})

async function stampOf(entity: 'addressingName' | 'birthRegistration'): Promise<string> {
  const actor = { user: 'senior', role: 'senior', authority: '0851' } as const
  const caller = { actor, purpose, caseId: null, effectId: null }
  const looked = await readRows(system().port, caller, { people: [person], entities: [entity] })
  if (looked.type !== 'read') throw new Error(looked.reason)
  const own = looked.view.people[person]?.rows.find((row) => row.entity === entity)
  if (own === undefined) throw new Error(`no ${entity}`)
  return own.timestamp
}

test('an undo runs without a case before it', async () => {
  await reportName(system(), person, 'Nymark,E')
  const data = { personnummer: person, timestamp: await stampOf('addressingName'), reason }
  const drafted: CaseView = await ask(
    system(),
    'cases.open',
    order('name.undo-current', data),
    'senior',
  )
  expect(drafted).toMatchObject({ kind: 'maintenance', parent: null, status: 'draft', row: null })
  await command(system(), drafted, { type: 'submit' }, 'senior')
  const done = await reached(system(), drafted.caseId, ['completed'])
  expect(done.row).toMatchObject({
    timestamp: data.timestamp,
    current: true,
    entity: 'addressingName',
    columns: { addressingName: 'Nymark,E' },
  })
  expect((await ask(system(), 'cases.get', { caseId: done.caseId }, 'operator')).row).toBeNull()
  expect(await stampOf('addressingName')).not.toBe(data.timestamp)
})

test('a late report is open to everybody who reports', async () => {
  const drafted: CaseView = await ask(
    system(),
    'cases.open',
    order('citizenship.report-former', { personnummer: person }),
  )
  expect(drafted.commands).toContainEqual(expect.objectContaining({ type: 'fill', allowed: true }))
})

test.each(['name.undo-current', 'name.correct-former', 'citizenship.undo-former'])(
  '%s is a senior caseworker’s to order',
  async (event) => {
    expect(await refusal(system(), 'cases.open', order(event))).toEqual(['FORBIDDEN', 'seniorOnly'])
    const { caseId, version } = await ask(system(), 'cases.open', order(event), 'senior')
    const seen: CaseView = await ask(system(), 'cases.get', { caseId })
    expect(seen.commands.find(({ type }) => type === 'fill')).toMatchObject({ allowed: false })
    const filling = {
      caseId,
      expectedVersion: version,
      idempotencyKey: key(),
      command: { type: 'fill', data: { personnummer: person } },
    }
    expect(await refusal(system(), 'cases.command', filling)).toEqual(['FORBIDDEN', 'seniorOnly'])
  },
)

test.each(['personnummer.undo-current', 'citizenship.report-former'])(
  'another kind of authority may not order %s',
  async (event) => {
    expect(await refusal(system(), 'cases.open', order(event), 'election-office')).toEqual([
      'FORBIDDEN',
      'authorityNotReporter',
    ])
  },
)

test('a refusal by the register stands at the row', async () => {
  const timestamp = await stampOf('birthRegistration')
  const data = { personnummer: person, timestamp, birthPlace: 'Budolfi sogn', reason }
  const { status, findings } = await report(system(), {
    event: 'birth-registration.correct-current',
    data,
  })
  expect(status).toBe('draft')
  expect(findings).toMatchObject([
    {
      rule: 'receipt.5408',
      fields: ['timestamp'],
      message: { da: expect.stringContaining('bed den myndighed om at rette') },
    },
  ])
})

test('a follow-on that corrects is for whoever reported its primary', async () => {
  const data = {
    personnummer: '0709614096',
    departureDate: system().clock.today(),
    departureCountry: '5180',
    foreignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
    authority: '0851',
  }
  const departed = await report(system(), { event: 'departure', data, user: 'caseworker' })
  const parent = { caseId: departed.caseId, followOn: 'migration.correct-current@person' }
  const opening = { ...order('migration.correct-current'), parent }
  const opened: CaseView = await ask(system(), 'cases.open', opening)
  const fill = { type: 'fill', data: { reason: 'Adressen er forkert' } }
  expect((await command(system(), opened, fill)).data).toMatchObject(fill.data)
})
