import { getDefinition } from '@sagsgang/events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withWorld } from '../testing/world.ts'
import { readRows, readView } from './read-view.ts'
import type { Caller } from './register-port.ts'

const world = withWorld()
const caller: Caller = {
  actor: { user: 'senior', role: 'senior', authority: '0851' },
  purpose: 'Behandling af navngivelse',
  caseId: null,
  effectId: null,
}
const child = '0101005038'

test('an event sees everybody its rules look at', async () => {
  const definition = getDefinition('naming')
  const data = { personnummer: child, applicants: [child] }
  const looked = await readView(world().deps.port, caller, { definition, data })
  expect(looked.type).toBe('read')
  const view = looked.type === 'read' ? looked.view : null
  expect(view?.people[child]).toMatchObject({ pnr: child, status: '01', sex: 'K' })
  expect(Object.keys(view?.people ?? {})).toContain('0709614126')
})

test('nobody in the register is a null person', async () => {
  const of = { people: ['0101900009'], entities: ['name'] } as const
  const looked = await readRows(world().deps.port, caller, of)
  expect(looked).toMatchObject({ type: 'read', view: { people: { '0101900009': null } } })
})

test('every lookup is audited before and after', async () => {
  const { db, port } = world().deps
  await sql`delete from audit_inbox`.execute(db)
  await port.lookUp(caller, { service: 'STAM', keys: { PNR: child } })
  const { rows } = await sql<{ outcome: string }>`
    select entry ->> 'outcome' as outcome from audit_inbox order by 1`.execute(db)
  expect(rows.map(({ outcome }) => outcome)).toEqual(['found', 'intended'])
})

test('a closed register is waited for without attempts', async () => {
  await world().put('faults', { closed: true })
  const of = { people: [child], entities: ['name'] } as const
  const looked = await readRows(world().deps.port, caller, of)
  expect(looked).toEqual({ type: 'notRead', reason: 'closed', again: 'whenOpen' })
})

test('without an audit row nothing leaves', async () => {
  const { deps } = world()
  const before = await sent()
  await sql`alter table audit_inbox rename to audit_inbox_away`.execute(deps.db)
  const asked = deps.port.lookUp(caller, { service: 'STAM', keys: { PNR: child } })
  await expect(asked).rejects.toThrow('audit_inbox')
  await sql`alter table audit_inbox_away rename to audit_inbox`.execute(deps.db)
  expect(await sent()).toBe(before)
})

async function sent(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from gctp_messages`.execute(world().deps.db)
  return rows[0]?.count ?? 0
}
