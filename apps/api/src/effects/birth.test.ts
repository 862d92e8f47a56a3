import { addMonths } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import { birthData } from '../testing/forms.ts'
import { childOf, openCase, rowsOf, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const mother = '1306814172'
const father = '0707614293'
let birth = ''
let child = ''

beforeAll(async () => {
  const data = birthData(mother, world().deps.clock.today())
  birth = await openCase(world(), 'birth', data, 'parish')
})

test('a birth gives a number and opens what follows', async () => {
  const stored = await submitTo(world(), birth, 'followOns')
  const { persons, followOns, deadlines } = stored.snapshot.context
  child = persons.find(({ role }) => role === 'child')?.pnr ?? ''
  expect(child).toMatch(/^\d{10}$/)
  expect(followOns['naming@child']).toMatchObject({ as: 'due', people: [child] })
  expect(followOns['paternity@child']).toMatchObject({ as: 'due', people: [child] })
  const today = world().deps.clock.today()
  expect(deadlines).toContainEqual(
    expect.objectContaining({
      followOn: 'naming@child',
      date: addMonths(today, 6),
      effect: 'stuck',
    }),
  )
  const kin = await rowsOf(world(), mother, 'kinship')
  expect(kin).toContainEqual(expect.objectContaining({ personnummer: child, derivedMark: 'MO' }))
})

test('paternity is reported for the child that was born', async () => {
  await tell(
    world(),
    birth,
    {
      type: 'openFollowOn',
      followOn: 'paternity@child',
      data: {
        parentPersonnummer: father,
        startDate: world().deps.clock.today(),
        basisOfParentage: 'JUDGMENT',
        documentation: 'Dom 1',
      },
    },
    'parish',
  )
  const opened = await childOf(world(), birth, 'paternity@child')
  await submitTo(world(), opened.id, 'completed', 'followOns')
  const kin = await rowsOf(world(), father, 'kinship')
  expect(kin).toContainEqual(expect.objectContaining({ personnummer: child, derivedMark: 'NF' }))
})
