import type { FailureReason } from '@sagsgang/gctp'

import type { Handled } from '../engine/ports.ts'

/** Nothing usable came back. `whenOpen`: the world is closed rather than faulty, so that waiting costs no attempt. */
export interface NotRead {
  readonly type: 'notRead'
  readonly reason: string
  readonly again: 'whenOpen' | 'soon' | 'never'
}

const again = {
  closed: 'whenOpen',
  unreachable: 'whenOpen',
  timeout: 'soon',
  transport: 'soon',
  unreadable: 'soon',
  contract: 'never',
  signOnRefused: 'never',
  locked: 'never',
} as const satisfies Record<FailureReason, NotRead['again']>

export function notRead(reason: FailureReason): NotRead {
  return { type: 'notRead', reason, again: again[reason] }
}

/** For effects that change nothing: they are tried again, or a person is asked. */
export function toHandled({ reason, again: when }: NotRead): Handled {
  if (when === 'never') return { type: 'answer', answer: { type: 'failed', reason } }
  return { type: 'retry', reason, countsAttempt: when === 'soon' }
}
