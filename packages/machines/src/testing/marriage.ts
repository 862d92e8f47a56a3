import type { PlanStep } from '../outcomes.ts'
import { eventWith, followOn } from './definition.ts'
import { accepted, story } from './story.ts'
import type { Story } from './story.ts'

/** A marriage that is taken back: what the tests of undo turn on. */
export const marriage = eventWith([
  followOn('name-change'),
  followOn('widowhood', { mode: 'derived' }),
])
export const followOns = [
  { key: 'name-change@person', as: 'offered', people: ['1'] },
  { key: 'widowhood@person', as: 'derived', people: ['2'] },
] as const

export const undo = { type: 'undo', reason: 'never took place' } as const

export const step = (caseId: string, change: Partial<PlanStep> = {}): PlanStep => ({
  operation: 'name.undo-current',
  caseId,
  person: '1',
  policy: 'undo',
  data: {},
  confirmed: [],
  together: false,
  ...change,
})

/** A marriage whose spouse's rows were read back, with a name change that is under way as case `n`. */
export const married = accepted(story(marriage), followOns)
  .answer('openCase', { type: 'opened', caseId: 'w' })
  .tell({ type: 'caseSettled', caseId: 'w' })
export const changing = married
  .tell({ type: 'openFollowOn', followOn: 'name-change@person' })
  .answer('openCase', { type: 'opened', caseId: 'n' })
export const changed = changing.tell({ type: 'caseSettled', caseId: 'n' })

/** Everybody who was asked holds still. */
export function halted(from: Story): Story {
  const { awaited } = from.snapshot.context
  return from.tell(...awaited.map((caseId) => ({ type: 'caseHalted', caseId }) as const))
}

export function statesIn({ snapshot }: Story): readonly string[] {
  return snapshot.context.plan.map(({ state }) => state)
}

export function notices({ told }: Story): readonly string[] {
  return told.effects.flatMap(({ payload }) => ('notice' in payload ? [payload.notice] : []))
}
