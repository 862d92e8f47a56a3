import { textOf } from '@sagsgang/events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { numbersChanged } from '../effects/numbers-changed.ts'
import { withDatabase } from '../testing/database.ts'
import { person, viewOf } from '../testing/rows.ts'
import { answer, withStages } from '../testing/stage.ts'

const database = withDatabase()
const stage = withStages(database)

// Fictitious numbers: nobody looks them up here.
const [from, to] = ['0101010101', '0202020202']
const changed = { from, to, exceptFinder: true }
const verified = { type: 'verified', differences: [] } as const

const turnsOf = (caseId: string) =>
  database
    .db()
    .selectFrom('person_turns')
    .select('pnr')
    .where('case_id', '=', caseId)
    .orderBy('pnr')
    .execute()

const numbersIn = (caseId: string) =>
  database.db().selectFrom('case_persons').select('pnr').where('case_id', '=', caseId).execute()

test('a changed number reaches drafts, waiting and settled cases', async () => {
  let finder = ''
  const { opened, send, until, get } = await stage({
    handlers: {
      verify: async ({ case: stored }) =>
        stored.id === finder
          ? { ...(await answer(verified)), renumbered: [changed] }
          : answer(verified),
    },
  })
  const [draft, settled] = [await opened(from), await opened(from)]
  await send(settled.id, 'submit')
  await until(settled.id, ({ snapshot }) => snapshot.context.verified)
  finder = (await opened('0303030303')).id
  await send(finder, 'submit')
  await until(finder, ({ snapshot }) => snapshot.context.verified)
  for (const { id } of [draft, settled]) {
    const { snapshot } = await get(id)
    expect(textOf(snapshot.context.data, 'personnummer')).toBe(to)
  }
  expect(await numbersIn(settled.id)).toEqual([{ pnr: to }])
})

test('who waits keeps the place, who is told keeps the number', async () => {
  const gate = Promise.withResolvers<void>()
  let finder = ''
  const { opened, send, until, get } = await stage({
    handlers: {
      save: async ({ case: stored }) => {
        if (stored.id !== finder) await gate.promise
        return answer({ type: 'saved', output: {}, persons: [], acceptedOn: '20261123' })
      },
      verify: async ({ case: stored }) =>
        stored.id === finder
          ? { ...(await answer(verified)), renumbered: [changed] }
          : answer(verified),
    },
  })
  const [first, second] = [await opened(from), await opened(from)]
  await send(first.id, 'submit')
  await until(first.id, ({ snapshot }) => JSON.stringify(snapshot.value).includes('saving'))
  await send(second.id, 'submit')
  await until(second.id, ({ snapshot }) => JSON.stringify(snapshot.value).includes('awaitingTurn'))
  finder = (await opened('0303030303')).id
  await send(finder, 'submit')
  await until(finder, ({ snapshot }) => snapshot.context.verified)
  expect(textOf((await get(first.id)).snapshot.context.data, 'personnummer')).toBe(from)
  expect(await turnsOf(second.id)).toEqual([{ pnr: from }, { pnr: to }])
  gate.resolve()
  for (const { id } of [first, second]) await until(id, ({ snapshot }) => snapshot.context.verified)
  expect(await numbersIn(second.id)).toEqual([{ pnr: to }])
})

test('both numbers stand in the audit trail', async () => {
  const { rows } = await sql<{ case_id: string; person_ref: string; entry: string }>`
    select entry ->> 'case_id' as case_id, entry ->> 'person_ref' as person_ref, entry::text
    from audit_inbox where entry ->> 'action' = 'case.renumbered'`.execute(database.db())
  const cases = Map.groupBy(rows, ({ case_id }) => case_id)
  expect(cases.size).toBe(3)
  for (const entries of cases.values())
    expect(new Set(entries.map(({ person_ref }) => person_ref)).size).toBe(2)
  expect(rows.map(({ entry }) => entry).join()).not.toContain(from)
})

test('only a number that was valid when last seen has changed', () => {
  const valid = person(from, [])
  const dead = { ...valid, validPnr: to, status: '60' }
  expect(numbersChanged(viewOf(valid), viewOf(dead))).toEqual([{ ...changed, exceptFinder: false }])
  expect(numbersChanged(viewOf(dead), viewOf(dead))).toEqual([])
  expect(numbersChanged(viewOf(), viewOf(dead))).toEqual([])
})
