import type { OpeningHours } from '@sagsgang/gctp'

import type { Clock } from '../engine/ports.ts'

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
})

/**
 * Whether the register says that it is open now. Hours are those of a clock on a wall: on the night when that is put back,
 * an hour that comes twice counts both times, and one that is leapt over counts not at all.
 */
export function createOpening(
  hours: OpeningHours | null,
  clock: Pick<Clock, 'registerNow'>,
): () => boolean {
  return () => hours === null || isOpenAt(hours, clock.registerNow())
}

function isOpenAt({ week, days }: OpeningHours, moment: Date): boolean {
  const [date = '', time = ''] = wall.format(moment).split(' ')
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  const today = days[date.replaceAll('-', '')] ?? week[weekday] ?? []
  return today.some(({ from, until }) => from <= time && time < until)
}
