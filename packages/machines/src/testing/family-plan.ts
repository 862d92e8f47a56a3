import type { PlanStep } from '../outcomes.ts'
import { placeOf } from '../places.ts'
import type { Member } from './family.ts'

type Members = ReadonlyMap<string, Member>

/** Every event below that stands, the deepest and the latest first, and the one that is undone last. */
export function stepsFor(members: Members, caseId: string): readonly PlanStep[] {
  const below = stepsBelow(members, caseId)
  return isStanding(members, caseId) ? [...below, stepFor(members, caseId)] : below
}

/** A correction goes with the rows it corrected; what was reported anew below a step is a case like any other. */
function stepsBelow(members: Members, caseId: string): readonly PlanStep[] {
  const children = [...members].filter(([, { snapshot }]) => snapshot.context.parent === caseId)
  return children
    .toReversed()
    .flatMap(([id, { definition }]) =>
      definition.kind.type === 'event' ? stepsFor(members, id) : stepsBelow(members, id),
    )
}

/** As the register would show it: the word that a row is taken back may still be on its way. */
export function isStanding(members: Members, caseId: string): boolean {
  const member = members.get(caseId)
  if (!member || placeOf(member.snapshot) === 'undone') return false
  const { mode, accepted } = member.snapshot.context
  return (mode === 'derived' || accepted.outputs.length > 0) && !isTakenBack(members, caseId)
}

function isTakenBack(members: Members, caseId: string): boolean {
  const plans = [...members.values()].flatMap(({ snapshot }) => snapshot.context.plan)
  return plans.some((step) => step.caseId === caseId && step.state === 'done')
}

function stepFor(members: Members, caseId: string): PlanStep {
  const member = members.get(caseId)
  return {
    caseId,
    operation: member?.reverse ?? '',
    person: '1',
    policy: 'undo',
    data: {},
    confirmed: [],
    together: member?.snapshot.context.mode === 'derived',
  }
}
