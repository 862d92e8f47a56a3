import { addDays } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { birthData, marriageData, moveData } from '../testing/forms.ts'
import {
  abbreviate,
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
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const man = '0707614293'
const woman = '1306814172'

const today = () => world().deps.clock.today()

const undo = (caseId: string, as = 'senior') =>
  tell(world(), caseId, { type: 'undo', reason: 'Indberettet ved en fejl' }, as)

async function abbreviated(personnummer: string) {
  const caseId = await abbreviate(world(), personnummer)
  await submitTo(world(), caseId, 'completed')
  return caseId
}

test('an addressing name undone leaves the name alone', async () => {
  const before = await currentRow(world(), woman, 'addressingName')
  const name = await currentRow(world(), woman, 'name')
  const caseId = await abbreviated(woman)
  await undo(caseId)
  await arrive(world(), caseId, 'undone')
  expect(await currentRow(world(), woman, 'addressingName')).toEqual(before)
  expect(await currentRow(world(), woman, 'name')).toEqual(name)
})

test('a lost answer to an undo is read back', async () => {
  const caseId = await abbreviated('1306814180')
  await world().put('faults', { loseReply: 1 })
  const count = (await applied(world())).length
  await undo(caseId)
  await arrive(world(), caseId, 'undone')
  expect((await applied(world())).slice(count)).toHaveLength(1)
})

test('an undo that was refused goes on', async () => {
  const caseId = await abbreviated('0709614304')
  const refuse = { service: 'NAVN-F', field: 'TIMSTP', code: 60, text: 'Det går ikke' }
  await world().put('faults', { refuse })
  await undo(caseId)
  await arrive(world(), caseId, 'partlyUndone')
  await world().put('faults', {})
  await undo(caseId)
  await arrive(world(), caseId, 'undone')
})

test('paternity undone leaves no second parent', async () => {
  const birth = await openCase(world(), 'birth', birthData(woman, today(), 'M'), 'parish')
  const { snapshot } = await submitTo(world(), birth, 'followOns')
  const child = snapshot.context.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  const fatherhood = {
    parentPersonnummer: man,
    startDate: today(),
    basisOfParentage: 'JUDGMENT',
    documentation: 'Dom 1',
  }
  await tell(
    world(),
    birth,
    { type: 'openFollowOn', followOn: 'paternity@child', data: fatherhood },
    'parish',
  )
  const { id } = await childOf(world(), birth, 'paternity@child')
  await submitTo(world(), id, 'completed')
  await undo(id, 'parish')
  await arrive(world(), id, 'undone')
  const fathers = await rowsOf(world(), child, 'kinship')
  const father = fathers.filter(({ relation }) => relation === 'father')
  expect(father.map(({ mark, personnummer }) => [mark, personnummer])).toEqual([['A', man]])
  const kin = await rowsOf(world(), man, 'kinship')
  expect(kin.filter(({ current, personnummer }) => current && personnummer === child)).toEqual([])
})

test('the date of a wedding is corrected on both', async () => {
  await world().advance({ days: 2 })
  const marriage = await openCase(world(), 'marriage-entry', marriageData([man, woman], today()))
  await submitTo(world(), marriage, 'completed')
  const right = addDays(today(), -1)
  const planner = createPlanner(world().deps)
  const { order } = await planner.planCorrection(
    marriage,
    { marriageDate: right },
    actorNamed('senior'),
  )
  if (!order) throw new Error('there is something to correct')
  const message = { type: 'correct', ...order, reason: 'Læst forkert i bogen' } as const
  const { snapshot } = await tell(world(), marriage, message)
  await arrive(world(), snapshot.context.corrections[0]?.caseId ?? '', 'completed')
  const rows = await Promise.all([man, woman].map((pnr) => currentRow(world(), pnr, 'civilStatus')))
  expect(rows).toMatchObject([{ start: right }, { start: right }])
  await undo(marriage)
  await arrive(world(), marriage, 'undone')
  expect((await currentRow(world(), woman, 'civilStatus'))['civilStatus']).toBe('U')
})

test('an address is corrected as people write it', async () => {
  const person = '0709614096'
  const move = await openCase(world(), 'move', moveData(person, today(), { houseNumber: '21' }))
  await submitTo(world(), move, 'completed')
  const planner = createPlanner(world().deps)
  const { order } = await planner.planCorrection(move, { houseNumber: '23' }, actorNamed('senior'))
  if (!order) throw new Error('there is something to correct')
  const message = { type: 'correct', ...order, reason: 'Forkert husnummer' } as const
  const { snapshot } = await tell(world(), move, message)
  await arrive(world(), snapshot.context.corrections[0]?.caseId ?? '', 'completed')
  expect(await currentRow(world(), person, 'address')).toMatchObject({ houseNumber: '023' })
})
