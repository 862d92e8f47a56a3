import type { Text } from '@sagsgang/events'

import {
  type CauseWords,
  failureWords,
  otherCauses,
  otherFailure,
  receiptWords,
} from './cause-words.ts'
import { isFailed } from './changes/asking.ts'
import { pressing } from './changes/deadlines.ts'
import { isStuck, placeOf } from './places.ts'
import type { Context, OpenEffect, Snapshot } from './snapshot.ts'
import { effectNames } from './words.ts'

/** Why nothing happens: a stable word by which stuck cases are grouped, who must act, and what can be done. */
export interface Cause extends CauseWords {
  readonly word: string
}

/** Null unless the case is stuck. */
export function causeOf(snapshot: Snapshot): Cause | null {
  if (!isStuck(snapshot)) return null
  const { context } = snapshot
  return partlyReported(snapshot) ?? failure(context) ?? difference(context) ?? overdue(context)
}

/** Whether `resume` repeats what keeps a case with this cause; a deadline and an unreadable case it cannot repeat. */
export function isRepeatable(word: string): boolean {
  return !word.startsWith('overdue.') && word !== 'unreadable'
}

/** A case that takes no message at all has no cause of its own: only the store knows. */
export const unreadableCause: Cause = { word: 'unreadable', ...otherCauses.unreadable }

function partlyReported(snapshot: Snapshot): Cause | null {
  if (placeOf(snapshot) !== 'partlyReported') return null
  return { word: 'laterReportRefused', ...otherCauses.laterReportRefused }
}

function failure(context: Context): Cause | null {
  const failed = Object.values(context.open).find(isFailed)
  if (!failed) return null
  const { reason, words } = reasonOf(failed)
  return { ...words, word: `${failed.type}.${reason}`, text: of(words.text, failed) }
}

const of = ({ da, en }: Text, { type }: OpenEffect): Text => ({
  da: `${da}: ${effectNames[type].da}`,
  en: `${en}: ${effectNames[type].en}`,
})

/** Only a stable word says more than that it failed: free text would make every case its own group. */
function reasonOf({ failed = '' }: OpenEffect): {
  readonly reason: string
  readonly words: CauseWords
} {
  const [, code] = /^receipt (\d{1,5})$/.exec(failed) ?? []
  if (code !== undefined) return { reason: `receipt${code}`, words: receiptWords(code) }
  const reason = failed === 'gone from the waiting queue' ? 'goneFromQueue' : failed
  const words = failureWords[reason] ?? otherFailure
  return { reason: /^[A-Za-z]{1,40}$/.test(reason) ? reason : 'failed', words }
}

function difference({ differences }: Context): Cause | null {
  const [first] = differences
  return first ? { word: `difference.${first.entity}`, ...otherCauses.difference } : null
}

function overdue(context: Context): Cause | null {
  const [first] = pressing(context)
  return first ? { word: `overdue.${first.id}`, ...otherCauses.overdue } : null
}
