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
import type { EffectType } from './effects.ts'
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
  const word = wordOf(snapshot)
  return word === undefined ? null : causeNamed(word)
}

/** Everything that is known of a cause by its word alone; one that no version knows any longer keeps its word. */
export function causeNamed(word: string): Cause {
  const [first = '', reason = ''] = word.split('.')
  if (isOther(first)) return { word, ...otherCauses[first] }
  if (!isEffect(first)) return { word, ...otherFailure, text: { da: word, en: word } }
  const words = wordsOf(reason)
  return { ...words, word, text: about(words.text, first) }
}

/** Whether `resume` repeats what keeps a case with this cause; a deadline and an unreadable case it cannot repeat. */
export function isRepeatable(word: string): boolean {
  return !word.startsWith('overdue.') && word !== unreadable
}

/** Of a case that takes no message at all: it has no cause of its own, and only the store knows. */
export const unreadable = 'unreadable'

const isOther = (word: string): word is keyof typeof otherCauses => word in otherCauses
const isEffect = (word: string): word is EffectType => word in effectNames

function wordOf(snapshot: Snapshot): string | undefined {
  if (placeOf(snapshot) === 'partlyReported') return 'laterReportRefused'
  const { context } = snapshot
  return failure(context) ?? difference(context) ?? overdue(context)
}

function failure(context: Context): string | undefined {
  const failed = Object.values(context.open).find(isFailed)
  return failed && `${failed.type}.${reasonOf(failed)}`
}

/** Only a stable word says more than that it failed: free text would make every case its own group. */
function reasonOf({ failed = '' }: OpenEffect): string {
  const [, code] = /^receipt (\d{1,5})$/.exec(failed) ?? []
  if (code !== undefined) return `receipt${code}`
  if (failed === 'gone from the waiting queue') return 'goneFromQueue'
  return /^[A-Za-z]{1,40}$/.test(failed) ? failed : 'failed'
}

function wordsOf(reason: string): CauseWords {
  const [, code] = /^receipt(\d{1,5})$/.exec(reason) ?? []
  return code === undefined ? (failureWords[reason] ?? otherFailure) : receiptWords(code)
}

const about = ({ da, en }: Text, effect: EffectType): Text => ({
  da: `${da}: ${effectNames[effect].da}`,
  en: `${en}: ${effectNames[effect].en}`,
})

function difference({ differences }: Context): string | undefined {
  const [first] = differences
  return first && `difference.${first.entity}`
}

function overdue(context: Context): string | undefined {
  const [first] = pressing(context)
  return first && `overdue.${first.id}`
}
