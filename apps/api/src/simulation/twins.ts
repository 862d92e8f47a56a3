import type { InvariantId } from '../invariants/violation.ts'
import { calm, type Plan } from './plan.ts'
import type { Twin } from './run.ts'
import {
  auditsAfterwards,
  ignoresWhoseReplyItIs,
  leavesLogUnwritten,
  recordsOutcomeApart,
  savesBeforeIntent,
  type Spoiling,
  takesServerErrorForUnsent,
  takesTruncatedReplyForSuccess,
  takesUnknownReceiptForRefusal,
} from './twins-of-saves.ts'

/** The product with one rule of safety removed, and the weather in which that must be noticed. */
export interface Spoilt {
  readonly rule: string
  readonly spoil: Spoiling
  readonly plan: Partial<Plan>
  /** What it breaks, as the watch says it. */
  readonly breaks: readonly InvariantId[]
}

const rewriting =
  (...sql: NonNullable<Twin['sql']>): Spoiling =>
  () => ({ sql })

const minutes = 60_000
const fair: Partial<Plan> = {
  ...calm,
  cases: 2,
  stormMs: 10 * minutes,
  topology: { type: 'alone' },
}
const apart: Partial<Plan> = { ...fair, topology: { type: 'apart', workers: 2 } }

const onSaves = (save: Plan['wire']['save'], plan: Partial<Plan> = fair): Partial<Plan> => ({
  ...plan,
  wire: { ...calm.wire, save },
})

const deadly: Partial<Plan> = { ...apart, process: { ...calm.process, kill: 0.004 } }
const sleepy: Partial<Plan> = { ...apart, process: { ...calm.process, freeze: 0.02 } }
const settlesTooSoon: Spoiling = (show) => ({
  effectDeps: (deps) => {
    show()
    return { ...deps, settleSeconds: 30, profile: { longestProcessingSeconds: 30 } }
  },
  engineOptions: (options) => ({ ...options, settleSeconds: 30 }),
})

/** Absent at the first look is absent for good. */
const trustsOneLook: Spoiling = (show) => ({
  handlers: (handlers) => ({
    ...handlers,
    readBack: async (run) => {
      if (!run.effect.payload.final) return handlers.readBack(run)
      show()
      return { type: 'answer', answer: { type: 'absent', resend: true } }
    },
  }),
})

const takesAnyVersion: Spoiling = (show) => ({
  engine: (engine) => ({
    ...engine,
    send: (command) => {
      show()
      return engine.send({ ...command, expectedVersion: null })
    },
  }),
})

export const twins: readonly Spoilt[] = [
  {
    rule: 'the intent is committed before the save leaves',
    spoil: savesBeforeIntent,
    plan: fair,
    breaks: ['I6'],
  },
  {
    rule: 'the fence is checked where an answer is taken in',
    spoil: rewriting({
      find: 'and effect_id = given.effect_id and fence = given.fence and',
      replace: 'and effect_id = given.effect_id and',
    }),
    plan: sleepy,
    breaks: ['I7'],
  },
  {
    rule: 'what is leased is not claimed',
    spoil: rewriting({ find: 'and (lease_until is null or', replace: 'and (true or' }),
    plan: { ...apart, cases: 1, stormMs: 2 * minutes },
    breaks: ['I7'],
  },
  {
    rule: 'a lost save is asked about and not sent again',
    spoil: rewriting(
      {
        find: 'select fence, attempts, lost, effect,',
        replace: 'select fence, 1 as attempts, false as lost, effect,',
      },
      {
        find: /(insert into "submissions".*)on conflict do nothing/u,
        replace: `$1on conflict (case_id, effect_id) do update set state = 'sending', fence = excluded.fence`,
      },
    ),
    plan: deadly,
    breaks: ['I1', 'I7'],
  },
  {
    rule: 'absence counts only after the longest processing time',
    spoil: settlesTooSoon,
    plan: onSaves({ delayed: 1 }),
    breaks: ['I1', 'I2'],
  },
  {
    rule: 'absence counts only when it was seen twice',
    spoil: trustsOneLook,
    plan: onSaves({ delayed: 1 }),
    breaks: ['I1', 'I2'],
  },
  {
    rule: 'a person is reported on by one case at a time',
    spoil: rewriting(
      {
        find: 'where mine.case_id = given.id and (other.held',
        replace: 'where false and (other.held',
      },
      {
        find: 'update person_turns set held = true',
        replace: 'update person_turns set held = false',
      },
    ),
    plan: fair,
    breaks: ['I11'],
  },
  {
    rule: 'a command is taken at the version it was sent at',
    spoil: takesAnyVersion,
    plan: { ...fair, people: { ...calm.people, races: 1 } },
    breaks: ['I4'],
  },
  {
    rule: 'a key is taken once',
    spoil: rewriting({
      find: /(insert into idempotency_keys.*?)on conflict do nothing/su,
      replace: '$1on conflict (actor, key) do update set key = excluded.key',
    }),
    plan: { ...fair, cases: 3, store: { ...calm.store, unknownDone: 0.3 } },
    breaks: ['I4'],
  },
  {
    rule: 'a reply must be about the person and conversation asked',
    spoil: ignoresWhoseReplyItIs,
    plan: onSaves({ crossed: 0.5 }),
    breaks: ['I3'],
  },
  {
    rule: 'an unknown receipt is no refusal, nor is its conversation taken for ended',
    spoil: takesUnknownReceiptForRefusal,
    plan: onSaves({ unknownReceipt: 0.5 }),
    breaks: ['I2'],
  },
  {
    rule: 'a truncated reply is no success',
    spoil: takesTruncatedReplyForSuccess,
    plan: onSaves({ crossedCut: 0.5 }),
    breaks: ['I3'],
  },
  {
    rule: 'a server error after the save is not unsent',
    spoil: takesServerErrorForUnsent,
    plan: onSaves({ gatewayTimeout: 0.5 }),
    breaks: ['I1', 'I2'],
  },
  {
    rule: 'what was sent stands outside the store too',
    spoil: leavesLogUnwritten,
    plan: { ...fair, store: { ...calm.store, failsOver: true } },
    breaks: ['I1', 'I2'],
  },
  {
    rule: 'an outcome enters with the end of its effect',
    spoil: recordsOutcomeApart,
    plan: fair,
    breaks: ['I3'],
  },
  {
    rule: 'entries are numbered without a gap',
    spoil: rewriting({
      find: 'select given.id, seq, stood.authority',
      replace: 'select given.id, seq + 1, stood.authority',
    }),
    plan: fair,
    breaks: ['I5'],
  },
  {
    rule: 'a save is audited before it leaves',
    spoil: auditsAfterwards,
    plan: fair,
    breaks: ['I6'],
  },
  {
    rule: 'what the case no longer awaits is dropped from the queue',
    spoil: rewriting({
      find: `update effects set state = 'dropped'`,
      replace: `update effects set state = state`,
    }),
    plan: { ...fair, cases: 3, people: { ...calm.people, undoes: 1 } },
    breaks: ['I5'],
  },
]
