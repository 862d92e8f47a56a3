import type { EffectType } from '../effects.ts'
import type { OfferedFollowOn, PlanStep, RunningDeadline } from '../outcomes.ts'
import type { Context, OpenEffect } from '../snapshot.ts'
import { asExpected, clean, dialogue, different, error, saved, warning } from './story.ts'
import type { Answer } from './story.ts'

/** What may happen to a case: everything that the world can answer, within what a search asks about. */
export interface World {
  /** The case was opened by another one, which may be undone. */
  readonly hasParent: boolean
  readonly mode: 'report' | 'derived'
  readonly reports: number
  readonly followOns: readonly OfferedFollowOn[]
  readonly deadlines: readonly RunningDeadline[]
  /** Refusals, silence and failures happen until it is saved. */
  readonly reportFaults: boolean
  /** … and afterwards. */
  readonly laterFaults: boolean
  /** Of several reports the first stands and a later one is refused. */
  readonly refusesLater: boolean
  readonly corrects: boolean
  readonly undoes: boolean
  /** A child may be withdrawn or undone by itself, and its region go back to where it began. */
  readonly childrenReturn: boolean
  /** Two people move the case by hand, wherever it may go. */
  readonly lands: boolean
}

export const quietWorld: World = {
  hasParent: false,
  mode: 'report',
  reports: 1,
  followOns: [],
  deadlines: [],
  reportFaults: false,
  laterFaults: false,
  refusesLater: false,
  corrects: false,
  undoes: true,
  childrenReturn: true,
  lands: false,
}

const failed: Answer = { type: 'failed', reason: 'unreachable' }

const refused: Answer = { type: 'refused', findings: [error] }

const warned: Answer = { type: 'warned', findings: [{ ...warning, rule: 'receipt.1' }] }

const lapsed: Answer = { type: 'lapsed' }

const proven: Answer = { ...saved, type: 'proven' }

const undecided: Answer = { type: 'undecided', reason: 'twoEntries' }

interface Asked {
  readonly effect: OpenEffect
  readonly context: Context
  readonly world: World
}

type Answers = (asked: Asked) => readonly Answer[]

const only =
  (...answers: readonly Answer[]): Answers =>
  () =>
    answers

/** The good answers, and the bad ones where the world has any. */
const before =
  (good: readonly Answer[], bad: readonly Answer[]): Answers =>
  ({ world }) =>
    world.reportFaults ? [...good, ...bad] : good

const after =
  (good: readonly Answer[], bad: readonly Answer[]): Answers =>
  ({ world }) =>
    world.laterFaults ? [...good, ...bad] : good

const opened: Answers = ({ context, effect, world }) => [
  { type: 'opened', caseId: `${effect.slot}-${context.transition}` },
  ...(world.laterFaults ? [failed] : []),
]

/** A step for each case that stands: the follow-ons', what goes along with the primary, and the primary last. */
function plan({ context }: Asked): readonly PlanStep[] {
  const done = context.plan.filter(({ state }) => state === 'done').map(({ caseId }) => caseId)
  const standing = Object.values(context.followOns).flatMap(({ as, cases }) =>
    cases
      .filter(({ state }) => state === 'settled' || state === 'halted')
      .map(({ caseId }) => ({ caseId, together: as === 'derived' })),
  )
  const steps = [...standing, { caseId: context.caseId, together: false }].map((one) => ({
    ...one,
    operation: 'name.undo-current',
    person: '1',
    policy: 'undo' as const,
    data: {},
    confirmed: [],
  }))
  return steps.filter(({ caseId }) => !done.includes(caseId))
}

const checks: Answers = ({ effect, world }) => {
  const checked = { ...clean, reports: world.reports }
  if ('stage' in effect.payload && effect.payload.stage === 'form') {
    return world.reportFaults ? [checked, { ...checked, findings: [error] }] : [checked]
  }
  if (!world.reportFaults) return [checked]
  return [
    checked,
    { ...checked, findings: [warning] },
    { ...checked, findings: [error] },
    { ...checked, reportOn: '20261213' },
    { ...checked, insteadOf: 'name.report-former' },
  ]
}

const validates: Answers = ({ world, context }) => {
  const mayRefuse = world.reportFaults || (world.refusesLater && context.report > 0)
  return [
    { type: 'validated' },
    ...(mayRefuse ? [refused] : []),
    ...(world.reportFaults ? [warned, lapsed] : []),
  ]
}

const offers: Answers = ({ world: { followOns, deadlines } }) => [
  { type: 'offered', followOns, deadlines, offersUntil: '20261223' },
]

/** Every answer to each effect. A new effect does not compile until it is said here what may come of it. */
export const answersIn: Record<EffectType, Answers> = {
  check: checks,
  lookUp: before([{ type: 'lookedUp' }], [failed]),
  waitForDay: only({ type: 'dayReached' }),
  waitForTurn: only({ type: 'turnGiven' }),
  initiate: before(
    [{ type: 'initiated', dialogue }],
    [refused, failed, lapsed, { type: 'warned', findings: [warning], dialogue }, warned],
  ),
  validate: validates,
  save: before(
    [saved],
    [
      refused,
      warned,
      lapsed,
      { type: 'unsent', reason: 'unreachable' },
      { type: 'unknown', reason: 'timeout' },
      { type: 'queued' },
    ],
  ),
  settle: only({ type: 'settled' }, proven),
  readBack: only(
    proven,
    { type: 'absent', resend: true },
    { type: 'absent', resend: false },
    { type: 'absent', resend: false, again: true },
    undecided,
  ),
  pollQueue: only(saved, { type: 'stillQueued' }, warned, refused),
  offer: offers,
  verify: after([asExpected], [different, failed]),
  openCase: opened,
  openCorrection: opened,
  openReplacement: opened,
  deadline: only({ type: 'expired' }),
  halt: only({ type: 'halted' }),
  release: only({ type: 'told' }),
  takeBack: only({ type: 'told' }),
  plan: (asked) => [
    { type: 'planned', steps: plan(asked) },
    { type: 'blocked', blockers: [] },
    ...(asked.world.laterFaults ? [failed] : []),
  ],
  compensate: ({ context, world }) => [
    { type: 'compensating', caseId: `step-${context.transition}` },
    ...(world.laterFaults ? [failed] : []),
  ],
  verifyUndo: after([asExpected], [different]),
  tellParent: only({ type: 'told' }),
}
