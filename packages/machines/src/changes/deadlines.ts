import type { CasePerson, OfferedFollowOn, RunningDeadline } from '../outcomes.ts'
import type { Context, FollowOnRow } from '../snapshot.ts'
import { askAll, drop } from './asking.ts'
import type { Ask, Change } from './asking.ts'
import { joinPersons } from './reports.ts'

/** The engine's own deadline: how long optional follow-ons may be taken. */
const offersDeadline = 'idle-optional-follow-on'

interface Offers {
  readonly followOns: readonly OfferedFollowOn[]
  readonly deadlines: readonly RunningDeadline[]
  readonly offersUntil: string
  readonly persons?: readonly CasePerson[]
}

/** The follow-ons that apply, and every deadline that runs from now on; `required` are the keys that must end. */
export function takeOffers(
  context: Context,
  { offers, required }: { readonly offers: Offers; readonly required: readonly string[] },
): Change {
  const { followOns, deadlines, offersUntil, persons } = offers
  const rows = followOns.map((offer) => [offer.key, toRow(offer, required)] as const)
  const hasOffers = followOns.some(({ as }) => as === 'offered')
  const idle = hasOffers ? [toAsk({ id: offersDeadline, date: offersUntil, followOn: null })] : []
  return {
    ...askAll(context, [...deadlines.map(toAsk), ...idle]),
    followOns: Object.fromEntries(rows),
    deadlines,
    offersUntil: hasOffers ? offersUntil : null,
    ...(persons && { persons: joinPersons(context.persons, persons) }),
  }
}

function toRow(offer: OfferedFollowOn, requiredKeys: readonly string[]): FollowOnRow {
  const { key, people, reason } = offer
  const mayBeRequired = requiredKeys.includes(key)
  const isSkipped = offer.as === 'unavailable' && mayBeRequired && offer.required === false
  const as = isSkipped ? 'notNeeded' : offer.as
  const required = mayBeRequired && as !== 'notNeeded'
  return { as, required, people, cases: [], ...(reason !== undefined && { reason }) }
}

function toAsk({ id, date, followOn }: Omit<RunningDeadline, 'effect'>): Ask {
  const slot = followOn === null ? 'deadlines' : slotOf(followOn)
  return { effect: 'deadline', slot, payload: { deadline: id, date, followOn } }
}

function slotOf(key: string): string {
  return `deadline:${key}`
}

/** The day has come: the offers lapse, or something is overdue. */
export function noteExpired(context: Context): Change {
  const payload = context.answering?.payload
  if (!payload || !('deadline' in payload)) return {}
  if (payload.deadline === offersDeadline) return { lapsed: true }
  return { overdue: [...context.overdue, { id: payload.deadline, followOn: payload.followOn }] }
}

/** A follow-on that has ended runs against no date. */
export function endDeadlines(context: Context, { key }: { readonly key: string }): Change {
  const overdue = context.overdue.filter(({ followOn }) => followOn !== key)
  return { ...drop(context, { slot: slotOf(key) }), overdue }
}

/** It is wanted again: so are its dates, passed ones included. */
export function restartDeadlines(context: Context, { key }: { readonly key: string }): Change {
  return askAll(context, deadlinesOf(context, key).map(toAsk))
}

function deadlinesOf(context: Context, key: string): readonly RunningDeadline[] {
  return context.deadlines.filter(({ followOn }) => followOn === key)
}

/** Overdue follow-ons whose deadline says that a person must act; nobody must where all is being taken back. */
export function pressing(context: Context): readonly RunningDeadline[] {
  if (context.undoReason !== null || context.stopping) return []
  const isOverdue = (one: RunningDeadline) =>
    context.overdue.some(({ id, followOn }) => id === one.id && followOn === one.followOn)
  return context.deadlines.filter(
    (one) => one.effect === 'stuck' && one.followOn !== null && isOverdue(one),
  )
}
