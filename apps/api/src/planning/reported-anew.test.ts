import { expect, test } from 'vitest'

import { birthData } from '../testing/forms.ts'
import { actorNamed, arrive, childOf, openCase, rowsOf, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const parish = 'parish'
const mother = '1306814172'

/** Undone, and the case that carried its one step out. */
async function undone(caseId: string): Promise<string> {
  await tell(world(), caseId, { type: 'undo', reason: 'Indberettet ved en fejl' }, parish)
  const { snapshot } = await arrive(world(), caseId, 'undone')
  return snapshot.context.plan[0]?.carriedOutBy ?? ''
}

test('what was reported anew goes with the case above', async () => {
  const today = world().deps.clock.today()
  const birth = await openCase(world(), 'birth', birthData(mother, today), parish)
  const { snapshot } = await submitTo(world(), birth, 'followOns')
  const child = snapshot.context.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  const data = {
    firstNames: 'Ida',
    lastName: 'Dalsgaard',
    namingDate: today,
    namingKind: 'NAMING',
    applicants: [mother],
  }
  await tell(world(), birth, { type: 'openFollowOn', followOn: 'naming@child', data }, parish)
  const named = await childOf(world(), birth, 'naming@child')
  await submitTo(world(), named.id, 'completed')

  const anew = await undone(await undone(named.id))
  await arrive(world(), anew, 'completed')
  const { steps } = await createPlanner(world().deps).planUndo(birth, actorNamed(parish))
  expect(steps.map(({ operation, caseId }) => [operation, caseId])).toEqual([
    ['name.undo-current', anew],
    ['personnummer.undo-current', birth],
  ])
  await undone(birth)
  await arrive(world(), anew, 'undone')
  const names = await rowsOf(world(), child, 'name')
  expect(names.filter(({ mark, firstNames }) => mark === null && firstNames === 'Ida')).toEqual([])
})
