import { beforeAll, expect, test } from 'vitest'

import { marriageData } from '../testing/forms.ts'
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
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const man = '0707614293'
const woman = '1306814172'
let marriage = ''

const civilStatusOf = async (pnr: string) => {
  const { civilStatus, spousePersonnummer } = await currentRow(world(), pnr, 'civilStatus')
  return { civilStatus, spousePersonnummer }
}

beforeAll(async () => {
  const data = marriageData([man, woman], world().deps.clock.today())
  marriage = await openCase(world(), 'marriage-entry', data)
  await submitTo(world(), marriage, 'completed')
  await tell(world(), marriage, {
    type: 'openFollowOn',
    followOn: 'name-change@person',
    data: { firstNames: 'Lars', lastName: 'Dalsgaard', ground: 'WEDDING' },
  })
  const { id } = await childOf(world(), marriage, 'name-change@person')
  await submitTo(world(), id, 'completed')
  await arrive(world(), marriage, 'completed')
})

test('the plan takes the name back before the marriage', async () => {
  const { steps, blockers } = await createPlanner(world().deps).planUndo(
    marriage,
    actorNamed('senior'),
  )
  expect(blockers).toEqual([])
  expect(steps.map(({ operation, person, policy }) => [operation, person, policy])).toEqual([
    ['name.undo-current', man, 'undo'],
    ['civil-status.undo-current', man, 'undo'],
  ])
  const reopened = steps[1]?.after.filter(({ mark }) => mark === null)
  expect(reopened?.map(({ person, columns }) => [person, columns['civilStatus']])).toEqual([
    [man, 'U'],
    [woman, 'U'],
  ])
  expect(steps[1]?.before[0]?.names).toMatchObject({
    civilStatus: { da: 'Gift', en: 'Married' },
    authority: { da: 'Aalborg Kommune' },
  })
})

test('undoing leaves both as before with proof', async () => {
  await tell(world(), marriage, { type: 'undo', reason: 'Vielsen fandt ikke sted' })
  await arrive(world(), marriage, 'undone')
  const unmarried = { civilStatus: 'U', spousePersonnummer: null }
  expect([await civilStatusOf(man), await civilStatusOf(woman)]).toEqual([unmarried, unmarried])
  const marked = await Promise.all(
    [man, woman].map(async (pnr) => {
      const rows = await rowsOf(world(), pnr, 'civilStatus')
      return rows.filter(({ mark }) => mark === 'A').map(({ civilStatus }) => civilStatus)
    }),
  )
  expect(marked).toEqual([['G'], ['G']])
  expect((await currentRow(world(), man, 'name'))['lastName']).toBe('Henriksen')
  const services = (await applied(world())).map(({ service }) => service)
  expect(services).toEqual(['VIELS-I', 'NAVNA-I', 'NAVN-F', 'CIV-F'])
})
