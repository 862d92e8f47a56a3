import { beforeAll, expect, test } from 'vitest'

import { marriageData } from '../testing/forms.ts'
import { applied, arrive, childOf, currentRow, openCase, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const man = '0707614293'
const woman = '1306814172'
let marriage = ''

const civilStatusOf = async (pnr: string) => {
  const { civilStatus, spousePersonnummer, derivedMark } = await currentRow(
    world(),
    pnr,
    'civilStatus',
  )
  return { civilStatus, spousePersonnummer, derivedMark }
}

beforeAll(async () => {
  const data = marriageData([man, woman], world().deps.clock.today())
  marriage = await openCase(world(), 'marriage-entry', data)
})

test('a marriage is written on both spouses', async () => {
  const stored = await submitTo(world(), marriage, 'completed')
  expect(stored.snapshot.context.differences).toEqual([])
  expect(await civilStatusOf(man)).toMatchObject({ civilStatus: 'G', spousePersonnummer: woman })
  expect(await civilStatusOf(woman)).toEqual({
    civilStatus: 'G',
    spousePersonnummer: man,
    derivedMark: 'ÆG',
  })
  expect(await applied(world())).toHaveLength(1)
})

test('the name change that follows is offered and taken', async () => {
  await tell(world(), marriage, {
    type: 'openFollowOn',
    followOn: 'name-change@person',
    data: { firstNames: 'Lars', lastName: 'Dalsgaard', ground: 'WEDDING' },
  })
  const child = await childOf(world(), marriage, 'name-change@person')
  await submitTo(world(), child.id, 'completed')
  expect(await currentRow(world(), man, 'name')).toMatchObject({ lastName: 'Dalsgaard' })
  await arrive(world(), marriage, 'completed')
})
