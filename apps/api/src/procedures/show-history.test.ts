import { authorityNameOf } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import type { HistoryRowView, HistoryView, OperationView } from '../register-view.ts'
import { moveData } from '../testing/forms.ts'
import { report } from '../testing/report.ts'
import { ask, call, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const person = '0909610036'
const hidden = '0702614147'
const parish = authorityNameOf('7001')
const purpose = 'Fejl fundet ved eftersyn'

const show = (dataType: string, more: object = {}, user = 'senior'): Promise<HistoryView> =>
  ask(system(), 'register.history', { person, dataType, purpose, ...more }, user)

const allowed = ({ operations }: { readonly operations: readonly OperationView[] }) =>
  operations.filter((one) => one.allowed).map(({ id }) => id)

const reasonsOf = ({ operations }: HistoryRowView) => operations.map(({ reason }) => reason?.en)

const revealed = () =>
  ask(system(), 'audit.list', { action: 'person.reveal', person: hidden }, 'auditor')

beforeAll(async () => {
  const moved = moveData(person, system().clock.today())
  await report(system(), { event: 'move', data: moved })
  const [newest] = (await show('address')).rows
  const data = { personnummer: person, timestamp: newest?.timestamp, reason: 'Flyttede ikke' }
  await report(system(), { event: 'address.undo-current', data })
}, 60_000)

test('marked rows are shown as such and left alone', async () => {
  const { found, rows } = await show('address')
  expect(found).toBe(true)
  const marked = rows.filter(({ mark }) => mark === 'A')
  expect(marked.map(({ columns }) => columns['houseNumber'])).toEqual(['021'])
  for (const row of marked) {
    expect(row).toMatchObject({ current: false, names: { mark: { da: expect.any(String) } } })
    expect(row.operations).toHaveLength(2)
    expect(allowed(row)).toEqual([])
    expect(reasonsOf(row)).toEqual([
      expect.stringContaining('already corrected'),
      expect.stringContaining('already corrected'),
    ])
  }
})

test('each row has the operations that fit it', async () => {
  const { rows, operations } = await show('address')
  const valid = rows.filter(({ mark }) => mark === null)
  expect(valid.map((row) => [row.current, ...allowed(row)])).toEqual([
    [true, 'address.correct-current', 'address.undo-current'],
    [false, 'address.correct-former', 'address.undo-former'],
  ])
  const starts = rows.map(({ start }) => Number(start))
  expect(starts).toEqual(starts.toSorted((one, other) => other - one))
  expect(operations.map(({ id, allowed: may }) => [id, may])).toEqual([
    ['address.report-former', true],
  ])
})

test('a row is told by the fields of its correction', async () => {
  const { rows, late } = await show('address')
  expect(late).toBe('address')
  const [current, former] = rows.filter(({ mark }) => mark === null)
  expect(current?.content).toMatchObject({ municipalityCode: '0851', startDate: current?.start })
  expect(current?.content).not.toHaveProperty('endDate')
  expect(former?.content).toMatchObject({ startDate: former?.start, endDate: former?.end })
  expect(rows.find(({ mark }) => mark === 'A')?.content).toEqual({})
})

test('a number and what stands on it are no period', async () => {
  const persons = await show('personnummer')
  expect(persons.rows[0]?.content).toEqual({})
  const others = await show('person-other')
  const own = others.rows.find(({ entity }) => entity === 'person')
  expect(own?.content).toMatchObject({ birthDate: '19610909' })
  expect(own?.content).not.toHaveProperty('startDate')
})

test('each row says which authority documents it', async () => {
  const church = await show('church')
  expect(church.rows[0]?.documentedBy).toEqual(parish)
  const address = await show('address')
  expect(address.rows[0]?.documentedBy).toMatchObject({ da: 'Aalborg Kommune' })
  const birth = await show('birth-registration')
  expect(birth.rows[0]?.documentedBy).toBeNull()
})

test('a row says which fields are those of another kind', async () => {
  const { rows } = await show('name')
  const foreign = new Map(rows.map((row) => [row.entity, row.foreign]))
  expect(foreign.get('name')).toEqual(['addressingName'])
  expect(foreign.get('addressingName')).toEqual(['firstNames', 'middleName', 'lastName'])
  const [parent] = (await show('kinship', { person: '0101005038' })).rows
  expect(parent?.columns['relation']).toBe('father')
  expect(parent?.foreign).toEqual(['motherPersonnummer'])
})

test('a caseworker is told what takes a senior', async () => {
  const { rows, operations } = await show('address', {}, 'caseworker')
  const [current] = rows.filter((row) => row.current)
  expect(current && reasonsOf(current)).toEqual([
    'Takes a senior caseworker',
    'Takes a senior caseworker',
  ])
  expect(allowed({ operations })).toEqual(['address.report-former'])
})

test('another kind of authority keeps other data', async () => {
  const { rows, operations } = await show('church', {}, 'election-office')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(allowed)).toEqual([])
  expect(operations).toMatchObject([{ allowed: false, reason: { da: expect.any(String) } }])
})

test('a protected person is shown for a reason that is written down', async () => {
  const covered = await show('address', { person: hidden })
  expect(covered).toMatchObject({ protected: true, shown: false })
  expect(covered.rows.map(({ columns }) => columns)).toEqual(covered.rows.map(() => ({})))
  expect(covered.rows[0]?.timestamp).toMatch(/^\d{20}$/)
  expect(await revealed()).toEqual([])
  const reason = 'Skal rette adressen'
  const shown = await show('address', { person: '070261-4147', reason })
  expect(shown).toMatchObject({ protected: true, shown: true })
  expect(shown.rows[0]?.columns).toMatchObject({ municipalityCode: '0851' })
  expect(await revealed()).toMatchObject([{ purpose: reason, actor: 'senior' }])
})

test('a number that was changed leads to the valid one', async () => {
  const old = '1312814362'
  const [row] = (await show('personnummer', { person: old }, 'cpr-office')).rows
  const data = {
    personnummer: old,
    timestamp: row?.timestamp,
    birthDate: '19811214',
    reason: 'Født dagen efter',
  }
  const order = { event: 'personnummer.correct-current', data, user: 'cpr-office' }
  expect((await report(system(), order)).status).toBe('completed')
  const { validPnr = '' } = await show('name', { person: old })
  expect(validPnr).toMatch(/^141281\d{4}$/)
  expect(await show('name', { person: validPnr })).not.toHaveProperty('validPnr')
})

test('nobody under a number is an answer', async () => {
  expect(await show('name', { person: '0101010001' })).toMatchObject({ found: false, rows: [] })
})

test.each([
  [{ dataType: 'colour' }, 'dataTypeUnknown'],
  [{ dataType: '' }, 'inputInvalid'],
  [{ person: '01019000011' }, 'keyInvalid'],
  [{ person: 'abcdefghij' }, 'keyInvalid'],
  [{ person: 909610036 }, 'inputInvalid'],
  [{ purpose: 'kort' }, 'inputInvalid'],
  [{ reason: '' }, 'inputInvalid'],
  [{ authority: '0101' }, 'inputInvalid'],
])('a history that makes no sense is not asked for: %j', async (change, reason) => {
  const order = { person, dataType: 'name', purpose, ...change }
  expect(await refusal(system(), 'register.history', order, 'senior')).toEqual([
    'BAD_REQUEST',
    reason,
  ])
})

test('a history counts against the limit on lookups', async () => {
  const rounds = Array.from({ length: 31 }, () =>
    call(system(), 'register.history', { person, dataType: 'church', purpose }, 'parish'),
  )
  const answers = await Promise.all(rounds)
  const refused = answers.filter(({ status }) => status !== 200)
  expect(refused.map(({ body }) => body.error.data.reason)).toEqual(['lookUpLimit'])
})

test('the kinds of data tell what each may do', async () => {
  const kinds = await ask(system(), 'catalogue.dataTypes', {}, 'caseworker')
  expect(kinds).toHaveLength(14)
  for (const { name, operations } of kinds) {
    expect(name.da).not.toMatch(/ - |^$/)
    expect(name.en).not.toMatch(/ - |^$/)
    expect(operations.length).toBeGreaterThanOrEqual(3)
    expect(allowed({ operations }).every((id) => id.endsWith('.report-former'))).toBe(true)
  }
})
