import { expect, test } from 'vitest'

import { moveData } from '../testing/forms.ts'
import { arrive, currentRow, openCase, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { storedView } from './case-facts.ts'

const world = withWorld()
const person = '0709614096'

const moveTo = (houseNumber: string) =>
  openCase(world(), 'move', moveData(person, world().deps.clock.today(), { houseNumber }))

test('the one who waited sees what the other did', async () => {
  const first = await moveTo('051')
  const second = await moveTo('053')
  await Promise.all([first, second].map((caseId) => submitTo(world(), caseId, 'completed')))
  const standing = (await currentRow(world(), person, 'address'))['houseNumber']
  const [last, before] = standing === '053' ? [second, '051'] : [first, '053']
  const view = await storedView(world().deps.db, { id: last, parentId: null })
  const address = view.people[person]?.rows.find(({ entity }) => entity === 'address')
  expect(address?.columns['houseNumber']).toBe(before)
  await tell(world(), last, { type: 'undo', reason: 'Der flyttedes kun én gang' })
  await arrive(world(), last, 'undone')
  expect((await currentRow(world(), person, 'address'))['houseNumber']).toBe(before)
})
