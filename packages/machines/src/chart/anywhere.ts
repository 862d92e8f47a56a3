import { and, not, or, stateIn } from 'xstate'

import { endsCorrection, endsStep } from './ends.ts'
import type { On } from './kit.ts'

const isOver = or([stateIn('#withdrawn'), stateIn('#replaced'), stateIn('#undone')])

interface Renumbered {
  readonly event: { readonly from: string; readonly to: string }
}

const isTelling = or(
  [
    'initiating',
    'validating',
    'saving',
    'confirmingReceipt',
    'awaitingRegister',
    'confirmingQueued',
    'reconciling',
    'deciding',
  ].map((reporting) => stateIn({ work: { reporting } })),
)

const stepDone = endsStep('done')

const stepUndone = endsStep('undone')

const correctionSettled = endsCorrection('settled')

const noteStopped = {
  type: 'noteStopped',
  params: ({ event }: { readonly event: { readonly caseId: string } }) => event,
} as const

/** What is heard wherever a case is, unless the place itself has something to say about it. */
export const anywhere: On = {
  assign: {
    guard: not(isOver),
    actions: { type: 'assignTo', params: ({ event }) => event },
  },
  failed: { actions: { type: 'markFailed', params: ({ event }) => event } },
  told: { actions: 'noted' },
  expired: { actions: 'noteExpired' },
  opened: {
    guard: { type: 'answers', params: { slot: 'correction' } },
    actions: { type: 'addCorrection', params: ({ event }) => event },
  },
  stop: {
    guard: and([not(isOver), not('isStopping')]),
    actions: { type: 'setStopping', params: { stopping: true } },
  },
  /** What is being told to the register, or in doubt there, stands under the number that it was told under. */
  renumbered: {
    guard: and([
      not(isOver),
      not(isTelling),
      { type: 'knowsNumber', params: ({ event }: Renumbered) => event },
    ]),
    actions: { type: 'renumber', params: ({ event }) => event },
  },
  caseSettled: [stepDone, correctionSettled],
  caseWithdrawn: [endsStep('withdrawn'), endsCorrection('withdrawn')],
  caseRefused: endsStep('refused'),
  caseUndone: [
    endsCorrection('undone'),
    // Where everything is taken back, reporting it anew is a matter of its own.
    { ...stepUndone, guard: and([not(isOver), stepUndone.guard]) },
    {
      guard: { type: 'isUndoneElsewhere', params: ({ event }) => event },
      actions: { type: 'markUndone', params: ({ event }) => event },
    },
  ],
  /** A step or a correction that holds still stands, though the register shows it otherwise than expected. */
  caseHalted: [
    { ...stepDone, actions: [stepDone.actions, noteStopped] },
    { ...correctionSettled, actions: [correctionSettled.actions, noteStopped] },
    { guard: { type: 'isAwaited', params: ({ event }) => event }, actions: noteStopped },
  ],
}
