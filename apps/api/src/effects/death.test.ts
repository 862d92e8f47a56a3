import { beforeAll, expect, test } from 'vitest'

import { deathData } from '../testing/forms.ts'
import { applied, arrive, childOf, completeDeath, currentRow, openCase } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
const deceased = '0709614231'
const survivor = '0709614096'
let death = ''

beforeAll(async () => {
  death = await openCase(world(), 'death', deathData(deceased, world().deps.clock.today()))
})

test('the survivor is widowed without anybody asking', async () => {
  await completeDeath(world(), death)
  expect(await currentRow(world(), survivor, 'civilStatus')).toMatchObject({
    civilStatus: 'E',
    derivedMark: 'ÆG',
  })
  const widowhood = await childOf(world(), death, 'widowhood@spouse-or-partner')
  const ended = await arrive(world(), widowhood.id, 'completed')
  expect(ended.snapshot.context.differences).toEqual([])
  expect(await applied(world())).toHaveLength(1)
})
