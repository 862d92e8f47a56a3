import type { Clock } from './engine/ports.ts'

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
const moments = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `offset`: how many milliseconds the register's clock is ahead; nothing but the development register ever moves it. */
export function createClock(offset: () => number, wall: () => number = Date.now): Clock {
  const registerNow = () => new Date(wall() + offset())
  return { realNow: () => new Date(wall()), registerNow, today: () => dayOf(registerNow()) }
}

const HOUR_MS = 3_600_000

/** The calendar is dear to ask and asked all the time: days there have begun on whole hours for as long as clocks were set by law. */
let known = { hour: Number.NaN, day: '' }

/** The day in Denmark, YYYYMMDD. */
export function dayOf(moment: Date): string {
  const hour = Math.floor(moment.getTime() / HOUR_MS)
  if (known.hour !== hour) known = { hour, day: days.format(moment).replaceAll('-', '') }
  return known.day
}

/** When the day begins in Denmark. Midnight exists on every day there: the clocks change later in the night. */
export function startOfDay(day: string): Date {
  const wanted = Date.UTC(
    Number(day.slice(0, 4)),
    Number(day.slice(4, 6)) - 1,
    Number(day.slice(6, 8)),
  )
  return new Date(wanted - aheadOfUtc(new Date(wanted - aheadOfUtc(new Date(wanted)))))
}

/** The beginning of the day after. */
export function endOfDay(day: string): Date {
  const noon = startOfDay(day).getTime() + 36 * 3_600_000
  return startOfDay(dayOf(new Date(noon)))
}

function aheadOfUtc(moment: Date): number {
  const local = Date.parse(`${moments.format(moment).replace(' ', 'T')}Z`)
  return local - Math.floor(moment.getTime() / 1000) * 1000
}
