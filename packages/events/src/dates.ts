/**
 * Days as the register writes them, `YYYYMMDD`. A day, or month and day, may be 00 where they are unknown; such a date
 * compares as the first day it can be.
 */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function partsOf(date: string): Parts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(4, 6)),
    day: Number(date.slice(6, 8)),
  }
}

function toDate({ year, month, day }: Parts): string {
  return String(year * 10_000 + month * 100 + day).padStart(8, '0')
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysIn(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

export function isRealDate(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return year >= 1 && day >= 1 && day <= daysIn(year, month)
}

/** A date whose day, or month and day, are unknown. */
export function isPartialDate(text: string): boolean {
  if (!/^\d{6}00$/.test(text)) return false
  const { year, month } = partsOf(text)
  return year >= 1 && month <= 12
}

/** The first day that a date can be. */
export function firstDayOf(date: string): string {
  const { year, month, day } = partsOf(date)
  return toDate({ year, month: Math.max(month, 1), day: Math.max(day, 1) })
}

/** The last day that a date can be. */
export function lastDayOf(date: string): string {
  const { year, month, day } = partsOf(date)
  const lastMonth = month === 0 ? 12 : month
  return toDate({ year, month: lastMonth, day: day === 0 ? daysIn(year, lastMonth) : day })
}

/** Negative, zero or positive, as sorting wants it. */
export function compareDates(one: string, other: string): number {
  const [first, second] = [firstDayOf(one), firstDayOf(other)]
  if (first === second) return 0
  return first < second ? -1 : 1
}

export function isBefore(one: string, other: string): boolean {
  return compareDates(one, other) < 0
}

export function isAfter(one: string, other: string): boolean {
  return compareDates(one, other) > 0
}

/** Days since 1 March of the year 0: leap days fall at the end of such a year. */
function dayNumber(date: string): number {
  const { year, month, day } = partsOf(firstDayOf(date))
  const yearFromMarch = month <= 2 ? year - 1 : year
  const monthFromMarch = (month + 9) % 12
  const leapDays =
    Math.floor(yearFromMarch / 4) -
    Math.floor(yearFromMarch / 100) +
    Math.floor(yearFromMarch / 400)
  return yearFromMarch * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + day - 1
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

function nextDay(date: string): string {
  const { year, month, day } = partsOf(date)
  if (day < daysIn(year, month)) return toDate({ year, month, day: day + 1 })
  if (month < 12) return toDate({ year, month: month + 1, day: 1 })
  return toDate({ year: year + 1, month: 1, day: 1 })
}

function previousDay(date: string): string {
  const { year, month, day } = partsOf(date)
  if (day > 1) return toDate({ year, month, day: day - 1 })
  if (month > 1) return toDate({ year, month: month - 1, day: daysIn(year, month - 1) })
  return toDate({ year: year - 1, month: 12, day: 31 })
}

export function addDays(date: string, days: number): string {
  const step = days < 0 ? previousDay : nextDay
  let moved = firstDayOf(date)
  for (let left = Math.abs(days); left > 0; left -= 1) moved = step(moved)
  return moved
}

/** The same day of another month, or that month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(firstDayOf(date))
  const total = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1]
  return toDate({ year: toYear, month: toMonth, day: Math.min(day, daysIn(toYear, toMonth)) })
}

/** Whole years lived on a day. Somebody born on 29 February grows older on 1 March. */
export function ageOn(birthDate: string, on: string): number {
  const [born, day] = [firstDayOf(birthDate), firstDayOf(on)]
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(4) < born.slice(4) ? years - 1 : years
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  // Day 0, 1 March of the year 0, was a Wednesday.
  return ((dayNumber(date) + 2) % 7) + 1
}
