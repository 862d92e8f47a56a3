/** Dates as the wire writes them: YYYYMMDD. Parts may be 00 where an uncertain date allows it. */

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const partsOf = (date: string): Parts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(4, 6)),
  day: Number(date.slice(6, 8)),
})

const write = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`

export function isRealDate(date: string): boolean {
  if (!/^\d{8}$/.test(date)) return false
  const { year, month, day } = partsOf(date)
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** A real date, or one whose day, or month and day, is 00. */
export function isPartialDate(date: string): boolean {
  if (!/^\d{8}$/.test(date)) return false
  const { year, month, day } = partsOf(date)
  if (month === 0) return day === 0 && year > 0
  return day === 0 ? year > 0 && month <= 12 : isRealDate(date)
}

export function addDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date)
  const moved = new Date(Date.UTC(year, month - 1, day + days))
  return write(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}

export function addYears(date: string, years: number): string {
  const { year, month, day } = partsOf(date)
  return write(year + years, month, Math.min(day, daysIn(year + years, month)))
}

/** Whole years lived on the date; both dates must be real. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(4) < birthDate.slice(4) ? years - 1 : years
}

const copenhagen = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

function danishHour(milliseconds: number): string {
  const found: Record<string, string> = {}
  for (const part of copenhagen.formatToParts(milliseconds)) found[part.type] = part.value
  return ['year', 'month', 'day', 'hour'].map((name) => found[name] ?? '').join('')
}

const hour = 3_600_000

/** The calendar is dear to ask and the clock is looked at all the time: within an hour only minutes and seconds pass. */
let known = { hour: Number.NaN, digits: '' }

/** The Danish wall clock as fourteen digits. */
export function danishTime(milliseconds: number): string {
  const now = Math.floor(milliseconds / hour)
  if (known.hour !== now) known = { hour: now, digits: danishHour(milliseconds) }
  const seconds = Math.floor((milliseconds - now * hour) / 1000)
  const parts = [Math.floor(seconds / 60), seconds % 60]
  return known.digits + parts.map((part) => String(part).padStart(2, '0')).join('')
}

export const danishDate = (milliseconds: number): string => danishTime(milliseconds).slice(0, 8)
