import type { Due } from '@sagsgang/machines'

import { endOfDay } from '../clock.ts'
import type { Clock } from '../engine/ports.ts'

export interface DueView {
  /** A moment; null where nothing is due. */
  readonly at: string | null
  readonly overdue: boolean
  /** A deadline of the law or a date of the case, rather than the time that the house allows. */
  readonly isLegal: boolean
}

const hour = 3_600_000

/** The earlier of what the law and the house allow. Legal days end by the register's clock, the house's hours by the real one. */
export function dueAt(
  { hours, date }: Due,
  since: string,
  clock: Pick<Clock, 'realNow' | 'registerNow'>,
): DueView {
  const house = hours === null ? null : new Date(since).getTime() + hours * hour
  // The last moment of the day, so that it is shown as that day.
  const legal = date === null ? null : endOfDay(date).getTime() - 1
  if (house === null && legal === null) return { at: null, overdue: false, isLegal: false }
  const isLegal = legal !== null && (house === null || legal <= house)
  const at = isLegal ? legal : (house ?? 0)
  const now = isLegal ? clock.registerNow() : clock.realNow()
  return { at: new Date(at).toISOString(), overdue: now.getTime() > at, isLegal }
}
