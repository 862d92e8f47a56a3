import { expect, test } from 'vitest'

import { birthData, deathData, moveData } from '../testing/forms.ts'
import {
  actorNamed,
  applied,
  arrive,
  childOf,
  completeDeath,
  currentRow,
  openCase,
  rowsOf,
  submitTo,
  tell,
} from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()

const servicesSince = async (count: number) =>
  (await applied(world())).slice(count).map(({ service }) => service)

test('undoing a birth annuls the number it gave', async () => {
  const mother = '1306814172'
  const today = world().deps.clock.today()
  const birth = await openCase(world(), 'birth', birthData(mother, today), 'parish')
  const { snapshot } = await submitTo(world(), birth, 'followOns')
  const child = snapshot.context.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  const naming = {
    firstNames: 'Ida',
    lastName: 'Dalsgaard',
    namingDate: today,
    namingKind: 'NAMING',
    applicants: [mother],
  }
  await tell(
    world(),
    birth,
    { type: 'openFollowOn', followOn: 'naming@child', data: naming },
    'parish',
  )
  const named = await childOf(world(), birth, 'naming@child')
  await submitTo(world(), named.id, 'completed')

  const { steps } = await createPlanner(world().deps).planUndo(birth, actorNamed('parish'))
  expect(steps.map(({ operation }) => operation)).toEqual([
    'name.undo-current',
    'personnummer.undo-current',
  ])
  await tell(world(), birth, { type: 'undo', reason: 'Barnet er indberettet to gange' }, 'parish')
  await arrive(world(), birth, 'undone')
  expect((await currentRow(world(), child, 'person'))['status']).toBe('30')
  const kin = await rowsOf(world(), mother, 'kinship')
  expect(kin.filter(({ current, personnummer }) => current && personnummer === child)).toEqual([])
  await arrive(world(), named.id, 'undone')
})

test('undoing a death brings both spouses back', async () => {
  const [deceased, survivor] = ['0709614231', '0709614096']
  const before = (await applied(world())).length
  const death = await openCase(world(), 'death', deathData(deceased, world().deps.clock.today()))
  await completeDeath(world(), death)
  await tell(world(), death, { type: 'undo', reason: 'Forveksling af personer' })
  await arrive(world(), death, 'undone')
  expect((await currentRow(world(), deceased, 'person'))['status']).toBe('01')
  expect((await currentRow(world(), survivor, 'civilStatus'))['civilStatus']).toBe('G')
  expect(await currentRow(world(), deceased, 'address')).toMatchObject({ end: null })
  const widowhood = await childOf(world(), death, 'widowhood@spouse-or-partner')
  await arrive(world(), widowhood.id, 'undone')
  expect(await servicesSince(before)).toEqual(['DOD-I', 'CIV-F'])
})

test('a family is moved back in reverse order', async () => {
  const [mother, child] = ['0709614673', '3006980014']
  const home = await currentRow(world(), mother, 'address')
  const before = (await applied(world())).length
  const data = moveData(mother, world().deps.clock.today(), { familyMembers: [child] })
  const move = await openCase(world(), 'move', data)
  await submitTo(world(), move, 'completed')
  await tell(world(), move, { type: 'undo', reason: 'Familien flyttede ikke' })
  await arrive(world(), move, 'undone')
  expect(await currentRow(world(), mother, 'address')).toEqual(home)
  expect(await servicesSince(before)).toEqual(['FLYT-I', 'FLYT-I', 'ADR-F', 'ADR-F'])
})

test('a move below a later move cannot be undone', async () => {
  const person = '0709614304'
  const moveTo = async (houseNumber: string) => {
    const data = moveData(person, world().deps.clock.today(), { houseNumber })
    const caseId = await openCase(world(), 'move', data)
    await submitTo(world(), caseId, 'completed')
    return caseId
  }
  const first = await moveTo('031')
  await world().advance({ days: 1 })
  await moveTo('033')
  const { blockers } = await createPlanner(world().deps).planUndo(first, actorNamed('senior'))
  expect(blockers.some(({ severity }) => severity === 'error')).toBe(true)
  await tell(world(), first, { type: 'undo', reason: 'Flytningen var en fejl' })
  const stored = await arrive(world(), first, 'completed')
  expect(stored.snapshot.context.blockers.length).toBeGreaterThan(0)
  expect((await currentRow(world(), person, 'address'))['houseNumber']).toBe('033')
})
