import { addDays } from '@sagsgang/events'
import type { CaseData } from '@sagsgang/events'
import { afterEach, beforeAll, expect, test } from 'vitest'

import { createPlanner } from '../planning/planner.ts'
import { marriageData } from '../testing/forms.ts'
import { actorNamed, applied, arrive, childOf, openCase, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { rehearse } from './rehearse.ts'

const world = withWorld()
const [man, woman] = ['0707614293', '1306814172'] as const
const senior = actorNamed('senior')
const planner = () => createPlanner(world().deps)

async function completed(event: string, data: CaseData): Promise<string> {
  const caseId = await openCase(world(), event, data)
  await submitTo(world(), caseId, 'completed')
  return caseId
}

let divorce = ''
let addressing = ''

beforeAll(async () => {
  const day = world().deps.clock.today()
  await completed('marriage-entry', marriageData([man, woman], day))
  await world().advance({ days: 3 })
  divorce = await completed('divorce', {
    personnummer: man,
    spousePersonnummer: woman,
    divorceDate: addDays(day, 3),
    ground: 'AGREEMENT',
    deciding: '0851',
    decision: 'Bevilling 4',
  })
  const followOn = 'addressing-name@person-or-spouse'
  const data = { addressingName: 'Henriksen,L', startDate: addDays(day, 3), authority: '0851' }
  await tell(world(), divorce, { type: 'openFollowOn', followOn, person: man, data })
  addressing = (await childOf(world(), divorce, followOn)).id
  await submitTo(world(), addressing, 'completed')
  await arrive(world(), divorce, 'completed')
}, 60_000)

afterEach(async () => world().put('faults', {}))

test('a case that was chosen is asked about as well', async () => {
  const before = await applied(world())
  const kept = await planner().rehearseUndo(divorce, senior)
  expect(kept.steps.map(({ caseId, outcome, restsOn }) => [caseId, outcome, restsOn])).toEqual([
    [addressing, 'notAsked', 0],
    [divorce, 'accepted', 0],
  ])
  const chosen = await planner().rehearseUndo(divorce, senior, [addressing])
  expect(chosen.steps.map(({ caseId, outcome, restsOn }) => [caseId, outcome, restsOn])).toEqual([
    [addressing, 'accepted', 0],
    [divorce, 'accepted', 1],
  ])
  expect(await applied(world())).toEqual(before)
})

test('an event that is reported anew is asked about too', async () => {
  await tell(world(), addressing, { type: 'undo', reason: 'Skrevet forkert' })
  const undone = await arrive(world(), addressing, 'undone')
  const undo = undone.snapshot.context.plan[0]?.carriedOutBy ?? ''
  const before = await applied(world())
  const { steps } = await planner().rehearseUndo(undo, senior)
  expect(steps).toMatchObject([
    { operation: 'addressing-name', person: man, outcome: 'accepted', findings: [] },
  ])
  expect(await applied(world())).toEqual(before)
})

const caller = { actor: senior, purpose: 'Prøver registrets svar', caseId: null, effectId: null }

const unknownRow = {
  step: {
    operation: 'name.undo-current',
    caseId: 'a case',
    person: man,
    data: { personnummer: man, timestamp: '20200101000000000001' },
    confirmed: [],
    policy: 'undo',
    together: false,
  },
  shown: { before: [], after: [] },
} as const

test('what the register objects to stands at its field', async () => {
  const together = { ...unknownRow, step: { ...unknownRow.step, together: true } }
  const told = await rehearse(world().deps, caller, [unknownRow, together, unknownRow])
  const refused = {
    outcome: 'refused',
    findings: [{ rule: 'receipt.5408', severity: 'error', fields: ['timestamp'] }],
  }
  expect(told).toMatchObject({
    type: 'rehearsed',
    view: {
      steps: [
        { ...refused, restsOn: 0 },
        { outcome: 'notAsked', findings: [], restsOn: 1 },
        { ...refused, restsOn: 1 },
      ],
    },
  })
})

test.each([
  [{ closed: true }, 'closed'],
  [{ rejectSignOn: true }, 'signOnRefused'],
])('a register that answers nobody is told as such: %j', async (faults, reason) => {
  await world().put('faults', faults)
  const told = await rehearse(world().deps, caller, [unknownRow])
  expect(told).toMatchObject({ type: 'notRead', reason })
})
