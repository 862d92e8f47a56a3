import { statusOf } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import { waitFor } from '../procedures/wait-for.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import { expectForeseen, registerOf } from '../testing/foreseen.ts'
import { renameFamily } from '../testing/renamed-family.ts'
import { actorNamed, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()

test('ten follow-ons are looked up once and taken back', async () => {
  const { caseId, people } = await renameFamily(world())
  const asked: (readonly string[])[] = []
  const { deps } = world()
  const port: RegisterPort = {
    ...deps.port,
    lookUpAll: (caller, orders) => {
      asked.push(orders.map(({ service, keys }) => `${service} ${keys['PNR']}`))
      return deps.port.lookUpAll(caller, orders)
    },
  }
  const planner = createPlanner({ ...deps, port })
  const plan = await planner.planUndo(caseId, actorNamed('parish'))
  expect(plan.blockers).toEqual([])
  expect(plan.steps).toHaveLength(11)
  // A round for those whom the cases name, and one for their relatives; nothing twice.
  expect(asked.length).toBeLessThanOrEqual(2)
  expect(new Set(asked.flat()).size).toBe(asked.flat().length)
  const [mother = '', ...children] = people
  const newestFirst = children.toReversed().flatMap((child) => [child, child])
  expect(plan.steps.map(({ person }) => person)).toEqual([...newestFirst, mother])
  expect(plan.steps.map(({ isPrimary }) => isPrimary)).toEqual([...Array(10).fill(false), true])

  const before = await registerOf(world(), people)
  const order = { type: 'undo', reason: 'Bevilget ved en fejl', seen: plan.fingerprint } as const
  await tell(world(), caseId, order, 'parish')
  const isUndone = async () => {
    const stored = await findCase(deps.db, caseId)
    return stored && statusOf(stored.snapshot) === 'undone' ? stored : undefined
  }
  expect(await waitFor(isUndone, 60_000)).toBeDefined()
  expectForeseen(plan, before, await registerOf(world(), people))
}, 120_000)
