import { type Cause, causeNamed, causeOf, standingOf, unreadable } from '@sagsgang/machines'
import type { Owner } from '@sagsgang/machines'

import type { Clock } from '../engine/ports.ts'
import type { CaseRecord } from '../procedures/case-record.ts'
import { dueAt, type DueView } from './due-at.ts'

/** Who must act on a case, by when, and since when it has stood so. */
export interface StandingView {
  readonly owner: Owner
  readonly since: string
  readonly due: DueView
}

type Standing = Pick<CaseRecord, 'snapshot' | 'stuckCause' | 'stuckSince' | 'changedAt'>

/** What keeps it; of a case that takes no message at all only the store knows. */
export function causeIn({ snapshot, stuckCause }: Standing): Cause | null {
  return stuckCause === unreadable ? causeNamed(unreadable) : causeOf(snapshot)
}

/** Null where nothing is waited for. */
export function standingIn(record: Standing, clock: Clock): StandingView | null {
  const cause = causeIn(record)
  const since = cause === null ? record.changedAt : (record.stuckSince ?? record.changedAt)
  if (cause?.word === unreadable) {
    const due = dueAt({ hours: cause.hours, date: null }, since, clock)
    return { owner: cause.owner, since, due }
  }
  const standing = standingOf(record.snapshot)
  if (standing === null) return null
  return { owner: standing.owner, since, due: dueAt(standing.due, since, clock) }
}
