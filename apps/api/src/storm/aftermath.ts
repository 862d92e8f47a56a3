import { catalogue } from '@sagsgang/events'
import { causeOf, placeOf, statuses, statusOf } from '@sagsgang/machines'
import type { PlaceName } from '@sagsgang/machines'

import type { StoredCase } from '../engine/ports.ts'

/** Where a case may be when nothing moves any more, and whom or what it waits for there. */
const waitsFor: Readonly<Partial<Record<PlaceName, string>>> = {
  completed: 'nothing',
  withdrawn: 'nothing',
  undone: 'nothing',
  replaced: 'nothing',
  drafting: 'a caseworker',
  confirming: 'a caseworker',
  confirmingReceipt: 'a caseworker',
  awaitingFollowOns: 'its follow-ons',
  deciding: 'a senior',
  partlyReported: 'a caseworker',
  partlyUndone: 'a senior',
  awaitingDay: 'its day',
  settling: 'the settle time',
  awaitingTurn: 'another case on the person',
  waiting: 'the case above',
  halting: 'cases below',
  compensating: 'the case of a step',
}

/** What a stuck case may be stuck for: a deadline that somebody let pass, a later report that was refused. */
const explained = /^(overdue\..+|laterReportRefused)$/

/** Cases that stand where nobody is to act, or for no reason that anybody would know. */
export function strays(cases: readonly Standing[]): readonly string[] {
  return cases.flatMap((one) => strayOf(one) ?? [])
}

type Standing = Pick<StoredCase, 'event' | 'snapshot'>

export function strayOf({ event, snapshot }: Standing): string | null {
  const place = placeOf(snapshot)
  const cause = causeOf(snapshot)?.word
  if (cause !== undefined && !explained.test(cause)) return `${event} in ${place}: ${cause}`
  return waitsFor[place] === undefined ? `${event} in ${place}` : null
}

/** Events that the register never took. */
export function neverAccepted(cases: readonly StoredCase[]): readonly string[] {
  const accepted = new Set(
    cases
      .filter(({ snapshot }) => snapshot.context.accepted.outputs.length > 0)
      .map(({ event }) => event),
  )
  return catalogue.map(({ id }) => id).filter((id) => !accepted.has(id))
}

/** How many cases of each event have come to each status, as a table to read. */
export function tableOf(cases: readonly StoredCase[]): string {
  const events = Map.groupBy(cases, ({ event }) => event)
  const rows = [...events.keys()].toSorted().map((event) => {
    const counts = statuses.map((status) => {
      const own = events.get(event)?.filter(({ snapshot }) => statusOf(snapshot) === status) ?? []
      return own.length === 0 ? '' : String(own.length)
    })
    return [event, ...counts]
  })
  const lines = [['event', ...statuses], statuses.map(() => '---').concat('---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
