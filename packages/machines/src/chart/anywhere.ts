import { and, not, or, stateIn } from 'xstate'

import type { On } from './kit.ts'

const isOver = or([stateIn('#withdrawn'), stateIn('#replaced'), stateIn('#undone')])

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
  caseSettled: [
    {
      guard: { type: 'isStep', params: ({ event }) => ({ ...event, to: 'done' }) },
      actions: { type: 'markStep', params: ({ event }) => ({ ...event, to: 'done' }) },
    },
    {
      guard: { type: 'isCorrection', params: ({ event }) => event },
      actions: { type: 'markCorrection', params: ({ event }) => ({ ...event, to: 'settled' }) },
    },
  ],
  caseWithdrawn: [
    {
      guard: { type: 'isStep', params: ({ event }) => ({ ...event, to: 'withdrawn' }) },
      actions: { type: 'markStep', params: ({ event }) => ({ ...event, to: 'withdrawn' }) },
    },
    {
      guard: { type: 'isCorrection', params: ({ event }) => event },
      actions: { type: 'markCorrection', params: ({ event }) => ({ ...event, to: 'withdrawn' }) },
    },
  ],
  caseRefused: {
    guard: { type: 'isStep', params: ({ event }) => ({ ...event, to: 'refused' }) },
    actions: { type: 'markStep', params: ({ event }) => ({ ...event, to: 'refused' }) },
  },
  /** A step or a correction whose rows stand, though the register shows them otherwise than expected. */
  caseHalted: [
    {
      guard: { type: 'isStep', params: ({ event }) => ({ ...event, to: 'done' }) },
      actions: { type: 'markStep', params: ({ event }) => ({ ...event, to: 'done' }) },
    },
    {
      guard: { type: 'isCorrection', params: ({ event }) => event },
      actions: { type: 'markCorrection', params: ({ event }) => ({ ...event, to: 'settled' }) },
    },
  ],
}
