import type { CaseDataChange } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import { birthData } from '../testing/forms.ts'
import {
  actorNamed,
  arrive,
  currentRow,
  openCase,
  rowsOf,
  submitTo,
  tell,
} from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const child = '0101005038'
let naming = ''

beforeAll(async () => {
  const data = {
    personnummer: child,
    namingDate: world().deps.clock.today(),
    firstNames: 'Åse',
    middleName: 'Vang',
    lastName: 'Henriksen',
    namingKind: 'NAMING',
    applicants: [child],
    authority: '7001',
  }
  naming = await openCase(world(), 'naming', data, 'parish')
  await submitTo(world(), naming, 'completed')
})

const planFor = (data: CaseDataChange) =>
  createPlanner(world().deps).planCorrection(naming, data, actorNamed('parish'))

test('a plan shows the row before and after', async () => {
  const { plan, order } = await planFor({ firstNames: 'Aase' })
  expect(plan.blockers).toEqual([])
  expect(order).toMatchObject({
    operation: 'name.correct-current',
    data: { personnummer: child, firstNames: 'Aase', lastName: 'Henriksen' },
  })
  expect(plan.diff).toMatchObject([{ field: 'firstNames', before: 'Åse', after: 'Aase' }])
  const [{ before, after } = { before: [], after: [] }] = plan.steps
  const namesIn = (rows: typeof after) =>
    rows
      .filter(({ entity }) => entity === 'name')
      .map(({ columns, mark }) => [columns['firstNames'], mark])
  expect(namesIn(before)).toEqual([['Åse', null]])
  expect(namesIn(after)).toEqual([
    ['Aase', null],
    ['Åse', 'K'],
  ])
})

test('what stands nowhere in the register is told', async () => {
  const { plan, order } = await planFor({ namingKind: 'BAPTISM' })
  expect(order).toBeNull()
  expect(plan.blockers).toMatchObject([{ severity: 'error' }])
})

test('nothing typed anew is nothing to correct', async () => {
  expect(await planFor({ firstNames: 'Åse' })).toMatchObject({
    plan: { steps: [], blockers: [], diff: [], fingerprint: expect.any(String) },
    order: null,
  })
})

test('what another authority keeps is not corrected here', async () => {
  const data = birthData('1306814172', world().deps.clock.today())
  const birth = await openCase(world(), 'birth', data, 'parish')
  await submitTo(world(), birth, 'followOns')
  const planner = createPlanner(world().deps)
  const { plan, order } = await planner.planCorrection(birth, { sex: 'M' }, actorNamed('parish'))
  expect(order).toBeNull()
  expect(plan).toMatchObject({ steps: [], blockers: [{ severity: 'error' }] })
})

test('the wrong name is kept as proof', async () => {
  const { order } = await planFor({ firstNames: 'Aase', middleName: null })
  if (!order) throw new Error('there is something to correct')
  const message = { type: 'correct', ...order, reason: 'Stavefejl i anmeldelsen' } as const
  const { snapshot } = await tell(world(), naming, message, 'parish')
  const correction = snapshot.context.corrections[0]?.caseId ?? ''
  await arrive(world(), correction, 'completed')
  const right = { firstNames: 'Aase', middleName: null, lastName: 'Henriksen' }
  expect(await currentRow(world(), child, 'name')).toMatchObject(right)
  const marked = (await rowsOf(world(), child, 'name')).filter(({ mark }) => mark === 'K')
  expect(marked.map(({ firstNames, start, end }) => [firstNames, start === end])).toEqual([
    ['Åse', true],
  ])
})

test('a day put right later on is nothing later', async () => {
  await world().advance({ days: 1 })
  const { order } = await planFor({ namingDate: world().deps.clock.today() })
  if (!order) throw new Error('there is something to correct')
  const message = { type: 'correct', ...order, reason: 'Navngivet dagen efter' } as const
  const { snapshot } = await tell(world(), naming, message, 'parish')
  await arrive(world(), snapshot.context.corrections.at(-1)?.caseId ?? '', 'completed')
  const plan = await createPlanner(world().deps).planUndo(naming, actorNamed('parish'))
  expect(plan.blockers).toEqual([])
})

test('a corrected case can still be undone', async () => {
  await tell(world(), naming, { type: 'undo', reason: 'Forkert barn' }, 'parish')
  await arrive(world(), naming, 'undone')
  const names = await rowsOf(world(), child, 'name')
  expect(names.filter(({ current }) => current)).toEqual([])
})
