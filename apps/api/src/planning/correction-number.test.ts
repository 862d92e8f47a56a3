import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import type { Actor } from '../engine/ports.ts'
import { notAsPlanned } from '../testing/as-planned.ts'
import { arrive, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const office: Actor = { user: 'kontor', name: 'Kontor', role: 'senior', authority: '0001' }

async function told(caseId: string, message: Parameters<typeof send>[1]): Promise<void> {
  const stepped = await send(caseId, message)
  if (stepped.type === 'refused') throw new Error(stepped.reason)
}

function send(
  caseId: string,
  message: Parameters<ReturnType<typeof world>['engine']['send']>[0]['message'],
) {
  return world().engine.send({
    caseId,
    message,
    actor: office,
    expectedVersion: null,
    idempotencyKey: null,
  })
}

test('a wrong birth date takes a new number', async () => {
  const opened = await world().engine.open({
    event: 'tax-pnr',
    data: {
      birthDate: '19880314',
      sex: 'M',
      firstNames: 'Piotr',
      lastName: 'Nowak',
      citizenship: '5154',
      assignmentDate: world().deps.clock.today(),
      foreignAddress: ['ul. Krotka 4', '00-950 Warszawa'],
      documentation: 'Pas 7',
      reason: 'TAX',
      authority: '0011',
    },
    purpose: 'Skattekort til en ny på arbejdsmarkedet',
    actor: office,
    idempotencyKey: randomUUID(),
  })
  if (opened.type === 'refused') throw new Error(opened.reason)
  const { id } = opened.case
  await submitTo(world(), id, 'completed', 'followOns')
  const planner = createPlanner(world().deps)
  const { plan, order } = await planner.planCorrection(id, { birthDate: '19880315' }, office)
  expect(plan.blockers.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(order?.operation).toBe('personnummer.correct-current')
  const people = new Set(plan.steps[0]?.after.map(({ person }) => person))
  expect([...people].map((pnr) => pnr.slice(0, 6)).toSorted()).toEqual(['140388', '150388'])
  if (!order) return
  await told(id, { type: 'correct', ...order, reason: 'Fødselsdatoen var forkert' })
  const { corrections } = (await arrive(world(), id, 'completed', 'followOns')).snapshot.context
  await arrive(world(), corrections.at(-1)?.caseId ?? '', 'completed')
  expect(await notAsPlanned(world(), plan)).toEqual([])
})
