import type { Text } from '@sagsgang/events'

import { isFailed } from './changes/asking.ts'
import { pressing } from './changes/deadlines.ts'
import { isStuck, placeOf } from './places.ts'
import type { Context, Snapshot } from './snapshot.ts'
import { effectNames } from './words.ts'

/** Why nothing happens: a stable word by which stuck cases are grouped, and a sentence. */
export interface Cause {
  readonly word: string
  readonly text: Text
}

/** Null unless the case is stuck. */
export function causeOf(snapshot: Snapshot): Cause | null {
  if (!isStuck(snapshot)) return null
  const { context } = snapshot
  return partlyReported(snapshot) ?? failure(context) ?? difference(context) ?? overdue(context)
}

function partlyReported(snapshot: Snapshot): Cause | null {
  if (placeOf(snapshot) !== 'partlyReported') return null
  const { report, reports } = snapshot.context
  return {
    word: 'laterReportRefused',
    text: {
      da: `${report} af ${reports} indberetninger er registreret, den næste blev afvist af CPR`,
      en: `${report} of ${reports} reports are registered, the next was refused by CPR`,
    },
  }
}

/** Only a stable word says more than that it failed: free text would make every case its own group. */
function failure(context: Context): Cause | null {
  const failed = Object.values(context.open).find(isFailed)
  if (!failed) return null
  const { type, failed: reason = '' } = failed
  const word = /^[A-Za-z]{1,40}$/.test(reason) ? reason : 'failed'
  return {
    word: `${type}.${word}`,
    text: {
      da: `Det lykkedes ikke: ${effectNames[type].da}`,
      en: `This could not be done: ${effectNames[type].en}`,
    },
  }
}

function difference({ differences }: Context): Cause | null {
  const [first] = differences
  if (!first) return null
  return {
    word: `difference.${first.entity}`,
    text: {
      da: 'CPR viser noget andet, end indberetningen skulle give',
      en: 'CPR shows something else than the report should give',
    },
  }
}

function overdue(context: Context): Cause | null {
  const [first] = pressing(context)
  if (!first) return null
  return {
    word: `overdue.${first.id}`,
    text: {
      da: 'Fristen for en følgehændelse er overskredet',
      en: 'The deadline of a follow-on has passed',
    },
  }
}
