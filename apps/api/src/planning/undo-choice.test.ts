import type { CaseData } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import { expectForeseen, registerOf } from '../testing/foreseen.ts'
import { birthData, marriageData, moveData } from '../testing/forms.ts'
import {
  actorNamed,
  arrive,
  childOf,
  currentRow,
  openCase,
  submitTo,
  tell,
} from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { planChanged } from './blockers.ts'
import { loadTree } from './case-tree.ts'
import type { CaseNode, Sent } from './case-tree.ts'
import { planTree } from './plan-undo.ts'
import { createPlanner } from './planner.ts'
import { writtenOnPeopleOf } from './written-on.ts'

const world = withWorld()
const today = () => world().deps.clock.today()
const [father, mother] = ['0707614293', '1306814172']
let child = ''
let wedding = ''
let renaming = ''
let addressing = ''

const planFor = (caseId: string, also: readonly string[] = []) =>
  createPlanner(world().deps).planUndo(caseId, actorNamed('senior'), also)

const newName = {
  firstNames: 'Ida Karoline Emilie Frederikke Signe',
  lastName: 'Prøvestrup',
  ground: 'APPLICATION',
  feePaid: true,
}

async function bornTo(parents: readonly [string, string]): Promise<string> {
  const [fatherPersonnummer, motherPersonnummer] = parents
  const data = { ...birthData(motherPersonnummer, today()), fatherPersonnummer, declaration: true }
  const birth = await openCase(world(), 'birth', data, 'parish')
  const { snapshot } = await submitTo(world(), birth, 'followOns')
  const pnr = snapshot.context.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  const naming = {
    firstNames: 'Ida',
    lastName: 'Dalsgaard',
    namingDate: today(),
    namingKind: 'NAMING',
    applicants: [motherPersonnummer],
  }
  await tell(
    world(),
    birth,
    { type: 'openFollowOn', followOn: 'naming@child', person: pnr, data: naming },
    'parish',
  )
  const { id } = await childOf(world(), birth, 'naming@child')
  await submitTo(world(), id, 'completed')
  return pnr
}

/** The same case with other data. */
function saying(node: CaseNode, more: CaseData): CaseNode {
  const { stored } = node
  const { context } = stored.snapshot
  const snapshot = {
    ...stored.snapshot,
    context: { ...context, data: { ...context.data, ...more } },
  }
  return { ...node, stored: { ...stored, snapshot } }
}

/** The same case, had a parish reported it. */
function ofParish(node: CaseNode): CaseNode {
  const told = saying(node, { authority: '7001' })
  return { ...told, stored: { ...told.stored, authority: '7001' } }
}

const namedOtherwise = (node: CaseNode) => saying(node, { lastName: 'Ukendt' })
const unheard = (sent: Sent): Sent => ({ ...sent, output: {} })

beforeAll(async () => {
  child = await bornTo([father, mother])
  wedding = await openCase(world(), 'marriage-entry', marriageData([father, mother], today()))
  await submitTo(world(), wedding, 'completed')
  await tell(world(), wedding, {
    type: 'openFollowOn',
    followOn: 'name-change@children-under-18',
    person: child,
    data: { ...newName, personnummer: child },
  })
  renaming = (await childOf(world(), wedding, 'name-change@children-under-18')).id
  await submitTo(world(), renaming, 'followOns')
  await tell(world(), renaming, {
    type: 'openFollowOn',
    followOn: 'addressing-name@person',
    person: child,
    data: { addressingName: 'Prøvestrup,Ida', startDate: today() },
  })
  addressing = (await childOf(world(), renaming, 'addressing-name@person')).id
  await submitTo(world(), addressing, 'completed')
  await arrive(world(), wedding, 'completed')
}, 60_000)

test('what a kept case opened is kept with it', async () => {
  const { steps } = await planFor(wedding)
  expect(steps.map(({ caseId, policy, isPrimary }) => [caseId, policy, isPrimary])).toEqual([
    [addressing, 'keep', false],
    [renaming, 'review', false],
    [wedding, 'undo', true],
  ])
  const [kept, review, undone] = steps
  expect([kept?.after, review?.after]).toEqual([kept?.before, review?.before])
  expect(kept?.before).toHaveLength(1)
  expect(undone?.after).not.toEqual(undone?.before)
  expect(steps.map(({ acceptedOn }) => acceptedOn)).toEqual([today(), today(), today()])
})

test('what was chosen is taken back with all it opened', async () => {
  const { steps, fingerprint } = await planFor(wedding, [renaming])
  expect(steps.map(({ operation, policy }) => [operation, policy])).toEqual([
    ['name.undo-current', 'undo'],
    ['name.undo-current', 'review'],
    ['civil-status.undo-current', 'undo'],
  ])
  expect(steps[1]?.after.map(({ mark }) => mark)).toContain('A')
  expect(fingerprint).toBe((await planFor(wedding, [renaming])).fingerprint)
  expect(fingerprint).not.toBe((await planFor(wedding)).fingerprint)
})

const caller = {
  actor: actorNamed('senior'),
  purpose: 'Fortrydelse',
  caseId: null,
  effectId: null,
}

test('a chosen case that cannot go is shown still', async () => {
  const tree = await loadTree(world().deps.db, wedding)
  if (!tree) throw new Error('the wedding is there')
  const children = tree.children.map((one) => ({
    ...one,
    submissions: one.submissions.map(unheard),
  }))
  const planned = await planTree(world().deps, caller, {
    tree: { ...tree, children: children.map(namedOtherwise) },
    written: [],
    also: [renaming],
  })
  if (planned.type !== 'planned') throw new Error(planned.reason)
  expect(planned.plan.blockers).toMatchObject([{ id: 'row-missing', caseId: renaming }])
  expect(planned.plan.steps).toMatchObject([
    { caseId: addressing, policy: 'undo' },
    { caseId: renaming, policy: 'review', before: [], after: [] },
    { caseId: wedding },
  ])
})

test('another authority is named before it is met', async () => {
  const tree = await loadTree(world().deps.db, wedding)
  if (!tree) throw new Error('the wedding is there')
  const written = await writtenOnPeopleOf(world().deps.db, wedding)
  const children = tree.children.map((one) => ofParish(one))
  const planned = await planTree(world().deps, caller, {
    tree: { ...tree, children },
    written,
    also: [renaming],
  })
  if (planned.type !== 'planned') throw new Error(planned.reason)
  expect(planned.plan.blockers).toMatchObject([
    { id: 'another-authority', caseId: renaming, severity: 'error' },
  ])
  expect(planned.plan.blockers[0]?.freedBy.da).toContain('Vor Frue Sogn')
})

test('a plan that has changed is not carried out', async () => {
  const { fingerprint: seen } = await planFor(wedding)
  const move = { type: 'openFollowOn', followOn: 'move@person-or-spouse', person: father } as const
  await tell(world(), wedding, { ...move, data: moveData(father, today()) })
  const { id } = await childOf(world(), wedding, 'move@person-or-spouse')
  await submitTo(world(), id, 'completed')
  await arrive(world(), wedding, 'completed')
  await tell(world(), wedding, { type: 'undo', reason: 'Vielsen fandt ikke sted', seen })
  const { snapshot } = await arrive(world(), wedding, 'completed')
  expect(snapshot.context.blockers).toEqual([planChanged])
  expect((await currentRow(world(), father, 'civilStatus'))['civilStatus']).toBe('G')
})

test('a chosen case is undone and the rest stays', async () => {
  const people = [father, mother, child]
  const also = [renaming]
  const plan = await planFor(wedding, also)
  const before = await registerOf(world(), people)
  const order = {
    type: 'undo',
    reason: 'Vielsen fandt ikke sted',
    also,
    seen: plan.fingerprint,
  } as const
  await tell(world(), wedding, order)
  await arrive(world(), wedding, 'undone')
  expectForeseen(plan, before, await registerOf(world(), people))
  expect(await currentRow(world(), child, 'name')).toMatchObject({ lastName: 'Dalsgaard' })
  expect(await currentRow(world(), father, 'address')).toMatchObject({ houseNumber: '021' })
})
