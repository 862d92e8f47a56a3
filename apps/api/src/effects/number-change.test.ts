import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { createPlanner } from '../planning/planner.ts'
import { readRows } from '../register-client/read-view.ts'
import { expectForeseen, registerOf } from '../testing/foreseen.ts'
import {
  actorNamed,
  applied,
  arrive,
  childOf,
  currentRow,
  openCase,
  rowsOf,
  submitTo,
  tell,
} from '../testing/story.ts'
import { lastStepOf, planOf, undoAsForeseen } from '../testing/undo-story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const adopted = '1312814362'
const mother = '0709614096'
const office = 'cpr-office'

/** The key of the number's own row, as a worker would look it up. */
async function stampOf(pnr: string): Promise<string> {
  const caller = {
    actor: actorNamed(office),
    purpose: 'opslag',
    caseId: null,
    effectId: null,
  }
  const looked = await readRows(world().deps.port, caller, { people: [pnr], entities: ['person'] })
  if (looked.type !== 'read') throw new Error(looked.type)
  const row = looked.view.people[pnr]?.rows.find(({ entity }) => entity === 'person')
  return row?.timestamp ?? ''
}

async function opened(caseId: string, followOn: string, data: Record<string, string> = {}) {
  await tell(world(), caseId, { type: 'openFollowOn', followOn, data }, office)
  return (await childOf(world(), caseId, followOn)).id
}

const auditedFor = async (pnr: string): Promise<number> => {
  const { db, auditor } = world().deps
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from audit_inbox where entry ->> 'action' = 'case.renumbered'
      and entry ->> 'person_ref' = ${auditor.personRef(pnr)})::integer
      + (select count(*) from audit where action = 'case.renumbered'
      and person_ref = ${auditor.personRef(pnr)})::integer as count`.execute(db)
  return rows[0]?.count ?? 0
}

test('what waits goes on under the new number', async () => {
  const adoption = await openCase(
    world(),
    'adoption',
    {
      personnummer: adopted,
      adoptionKind: 'FULL',
      adoptiveMotherPersonnummer: mother,
      grantDate: world().deps.clock.today(),
      newFirstNames: 'Kim',
      newLastName: 'Folmersen',
      newPersonnummerWanted: true,
      documentation: 'Bevilling 2026-97',
      authority: '1301',
    },
    office,
  )
  await submitTo(world(), adoption, 'followOns')
  const draft = await opened(adoption, 'name-change@adopted-person')
  const number = await opened(adoption, 'personnummer.correct-current@adopted-person', {
    timestamp: await stampOf(adopted),
    sex: 'M',
    reason: 'Nyt nummer efter adoption',
  })
  const changed = await submitTo(world(), number, 'completed')
  const to = changed.snapshot.context.accepted.outputs[0]?.['PNR'] ?? ''
  expect(to).toMatch(/^131281\d{3}[13579]$/)
  expect(changed.snapshot.context).toMatchObject({
    differences: [],
    data: { personnummer: adopted },
  })

  const parent = await arrive(world(), adoption, 'followOns')
  expect(JSON.stringify(parent.snapshot.context)).not.toContain(`"${adopted}"`)
  expect(parent.snapshot.context.followOns['citizenship@adopted-person']?.people).toEqual([to])
  const waiting = await arrive(world(), draft, 'draft')
  expect(waiting.snapshot.context.data).toMatchObject({ personnummer: to, firstNames: 'Kim' })
  expect([await auditedFor(adopted), await auditedFor(to)]).toEqual([2, 2])

  await submitTo(world(), draft, 'completed', 'followOns')
  expect((await applied(world())).at(-1)).toMatchObject({ keys: { PNR: to } })
  expect(await currentRow(world(), to, 'name')).toMatchObject({ firstNames: 'Kim' })
  const later = await opened(adoption, 'move@adopted-person')
  const move = await arrive(world(), later, 'draft')
  expect(move.snapshot.context.data).toMatchObject({ personnummer: to })

  // The adoption goes and takes the name and the number along: who was adopted goes by the old one again.
  const people = [adopted, to, mother, '0701614038', '0707614285']
  const plan = await createPlanner(world().deps).planUndo(adoption, actorNamed(office))
  const before = await registerOf(world(), people)
  const order = { type: 'undo', reason: 'Bevillingen er ophævet', seen: plan.fingerprint } as const
  await tell(world(), adoption, order, office)
  const undone = await arrive(world(), adoption, 'undone')
  expect(undone.snapshot.context.plan.map(({ operation, state }) => [operation, state])).toEqual([
    ['name.undo-current', 'done'],
    ['personnummer.undo-current', 'done'],
    ['kinship.undo-current', 'done'],
  ])
  expect((await currentRow(world(), to, 'person'))['status']).toBe('30')
  expectForeseen(plan, before, await registerOf(world(), people))
  const parents = (await rowsOf(world(), adopted, 'kinship')).filter(({ current }) => current)
  expect(parents.map(({ personnummer }) => personnummer)).toContain('0701614038')
})

test('a change of number is verified and can be undone', async () => {
  const child = '0707614293'
  const address = await openCase(world(), 'addressing-name', {
    personnummer: child,
    startDate: world().deps.clock.today(),
    addressingName: 'Henriksen,L',
    authority: '0851',
  })
  await submitTo(world(), address, 'completed')
  const change = { personnummer: child, timestamp: await stampOf(child), sex: 'K', reason: 'Fejl' }
  const number = await openCase(world(), 'personnummer.correct-current', change, office)
  const changed = await submitTo(world(), number, 'completed')
  expect(changed.snapshot.context).toMatchObject({ verified: true, differences: [] })
  const to = changed.snapshot.context.accepted.outputs[0]?.['PNR'] ?? ''

  // What was complete before can be taken back under the new number.
  await tell(world(), address, { type: 'undo', reason: 'Forkert' })
  await arrive(world(), address, 'undone')
  const back = { personnummer: to, timestamp: await stampOf(to), reason: 'Alligevel ikke' }
  const waiting = await openCase(world(), 'addressing-name', {
    personnummer: to,
    startDate: world().deps.clock.today(),
    addressingName: 'Henriksen,L',
    authority: '0851',
  })
  const undo = await openCase(world(), 'personnummer.undo-current', back, office)
  await submitTo(world(), undo, 'completed')
  const again = await arrive(world(), waiting, 'draft')
  expect(again.snapshot.context.data).toMatchObject({ personnummer: child })
  await submitTo(world(), waiting, 'completed')
  expect(await currentRow(world(), child, 'addressingName')).toMatchObject({
    addressingName: 'Henriksen,L',
  })
})

test('a change without an answer is proven under both numbers', async () => {
  const personnummer = '0709614231'
  const timestamp = await stampOf(personnummer)
  await world().put('faults', { loseReply: 1 })
  const change = { personnummer, timestamp, sex: 'K', reason: 'Forkert køn i nummeret' }
  const number = await openCase(world(), 'personnummer.correct-current', change, office)
  const { snapshot } = await submitTo(world(), number, 'completed')
  const to = snapshot.context.accepted.outputs[0]?.['PNR'] ?? ''
  expect(to).toMatch(/^070961\d{3}[02468]$/)
  expect(await currentRow(world(), to, 'person')).toMatchObject({ sex: 'K' })
})

test('a change of number is a case that can be taken back once', async () => {
  const personnummer = '0709614673'
  const change = { personnummer, timestamp: await stampOf(personnummer), sex: 'M', reason: 'Fejl' }
  const number = await openCase(world(), 'personnummer.correct-current', change, office)
  const { snapshot } = await submitTo(world(), number, 'completed')
  const to = snapshot.context.accepted.outputs[0]?.['PNR'] ?? ''
  const kin = (await rowsOf(world(), to, 'kinship')).map((row) => row['personnummer'])
  const wed = (await rowsOf(world(), to, 'civilStatus')).map((row) => row['spousePersonnummer'])
  const named = [...kin, ...wed].filter((one) => typeof one === 'string')
  const people = [...new Set([personnummer, to, ...named])]
  await undoAsForeseen(world(), number, { people, as: office })
  expect((await currentRow(world(), personnummer, 'person'))['status']).toBe('01')
  const undone = await lastStepOf(world(), number)
  const { blockers } = await planOf(world(), undone, office)
  expect(blockers).toMatchObject([{ id: 'number-annulled', severity: 'error' }])
})
