import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'

import type { CasePage, CaseRow, CaseView } from '../case-view.ts'
import { ask, command, key, reached, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const purpose = 'Anmeldelse modtaget fra borgeren'

const open = (data: object, user = 'caseworker'): Promise<CaseView> =>
  ask(
    system(),
    'cases.open',
    { event: 'addressing-name', data, purpose, idempotencyKey: key() },
    user,
  )

const list = (filter: object, user = 'caseworker'): Promise<CasePage> =>
  ask(system(), 'cases.list', filter, user)

const idsOf = ({ cases }: CasePage) => cases.map(({ caseId }: CaseRow) => caseId)

let opened: readonly CaseView[] = []

beforeAll(async () => {
  const drafts: CaseView[] = []
  for (let index = 0; index < 12; index += 1)
    drafts.push(await open({ addressingName: `N${index},E` }))
  opened = drafts
}, 60_000)

test('pages hold every case once, the latest first', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: CasePage = await list({ limit: 5, cursor })
    seen.push(...idsOf(page))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toEqual(opened.map(({ caseId }) => caseId).toReversed())
})

test('a cursor that is none is refused', async () => {
  for (const cursor of [
    'x',
    '',
    Buffer.from('1|').toString('base64url'),
    Buffer.from('9'.repeat(17)).toString('base64url'),
  ]) {
    expect(await refusal(system(), 'cases.list', { cursor })).toEqual([
      'BAD_REQUEST',
      'cursorInvalid',
    ])
  }
  expect(await refusal(system(), 'cases.list', { limit: 201 })).toEqual([
    'BAD_REQUEST',
    'inputInvalid',
  ])
})

test('a person is found by the full number, drafts too', async () => {
  const draft = await open({ personnummer: '0107529039' })
  expect(idsOf(await list({ person: '010752-9039' }))).toEqual([draft.caseId])
  expect(idsOf(await list({ text: '0107529039' }))).toEqual([draft.caseId])
  expect(await list({ person: '0107529030' })).toMatchObject({ cases: [], next: null })
  const [row] = (await list({ person: '0107529039' })).cases
  expect(row?.person).toEqual({ masked: '010752-••••', name: null, protected: false })
  const today = system().clock.today()
  const data = { addressingName: 'Nymark,E', startDate: today, authority: '0851' }
  const filled = await command(system(), draft, { type: 'fill', data })
  await command(system(), filled, { type: 'submit' })
  await reached(system(), draft.caseId, ['completed'])
  const [named] = (await list({ person: '0107529039' })).cases
  expect(named?.person?.name).toContain('Nymark')
})

test('what is written finds a number or an event', async () => {
  const [first] = opened
  expect(idsOf(await list({ text: first?.number ?? '' }))).toEqual([first?.caseId])
  const [year, running] = (first?.number ?? '').split('-').map(Number)
  expect(idsOf(await list({ text: `${year}-${running}` }))).toEqual([first?.caseId])
  expect(idsOf(await list({ text: String(running) }))).toEqual([first?.caseId])
  expect(await list({ text: '999999' })).toMatchObject({ cases: [] })
  expect((await list({ text: 'adresseringsnavn' })).cases.length).toBeGreaterThanOrEqual(12)
  expect(await list({ text: 'ingenting%_' })).toMatchObject({ cases: [] })
  expect(await list({ text: "'; drop table cases; --" })).toMatchObject({ cases: [] })
})

test('filters narrow by status, event, assignee and trouble', async () => {
  const mine = await open({ addressingName: 'Mit,E' })
  await command(system(), mine, { type: 'assign', to: 'caseworker' })
  expect(idsOf(await list({ assignee: 'me' }))).toEqual([mine.caseId])
  expect(idsOf(await list({ assignee: null }))).not.toContain(mine.caseId)
  expect((await list({ status: 'draft', event: 'addressing-name' })).cases.length).toBeGreaterThan(
    10,
  )
  expect(await list({ status: ['inDoubt', 'waiting'] })).toMatchObject({ cases: [] })
  expect(await list({ stuck: true })).toMatchObject({ cases: [] })
  expect(await list({ overdue: true })).toMatchObject({ cases: [] })
  expect((await list({ stuck: false, overdue: false })).cases.length).toBeGreaterThan(10)
  expect(await list({ event: 'no-such-event' })).toMatchObject({ cases: [] })
})

test('a case that is over is late no more', async () => {
  const late = await open({ addressingName: 'Sen,E' })
  await sql`update cases set deadline = '2020-01-01' where id = ${late.caseId}`.execute(system().db)
  expect(await list({ overdue: true })).toMatchObject({
    cases: [{ caseId: late.caseId, overdue: true }],
  })
  await command(system(), late, { type: 'withdraw', reason: 'indgivet ved en fejl' })
  await sql`update cases set deadline = '2020-01-01' where id = ${late.caseId}`.execute(system().db)
  expect(await list({ overdue: true })).toMatchObject({ cases: [] })
  const { cases } = await list({ status: 'withdrawn', overdue: false })
  expect(cases).toMatchObject([{ caseId: late.caseId, overdue: false }])
})

test('pages of several statuses or events merge in order', async () => {
  const all = idsOf(await list({ limit: 200 }))
  const merged = await list({ status: ['draft', 'withdrawn', 'completed'], limit: 200 })
  expect(idsOf(merged)).toEqual(all)
  const { next } = await list({ status: ['withdrawn', 'draft'], limit: 3 })
  const second = await list({ status: ['withdrawn', 'draft'], limit: 3, cursor: next })
  const both = idsOf(await list({ status: ['withdrawn', 'draft'], limit: 6 }))
  expect(idsOf(second)).toEqual(both.slice(3))
  const named = { text: 'adresseringsnavn', event: 'addressing-name', status: ['draft'] }
  expect((await list(named)).cases.length).toBeGreaterThan(10)
  expect(await list({ ...named, event: 'move' })).toMatchObject({ cases: [] })
})

test('each authority has its own list, and a system only its own cases', async () => {
  const foreign = await open({ addressingName: 'Anden,E' }, 'other')
  expect(idsOf(await list({}, 'other'))).toEqual([foreign.caseId])
  expect(idsOf(await list({ limit: 200 }))).not.toContain(foreign.caseId)
  expect(await list({}, 'service')).toMatchObject({ cases: [] })
})

test('counts say what the lists show', async () => {
  const counts = await ask(system(), 'cases.counts', {})
  const drafts = await list({ status: 'draft', limit: 200 })
  expect(counts.byStatus.draft).toBe(drafts.cases.length)
  expect(counts).toMatchObject({ mine: 1, stuck: 0, overdue: 0 })
  expect(await ask(system(), 'cases.stuckGroups', {})).toEqual([])
})
