import { addDays, weekdayOf } from './dates.ts'

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterOf(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * shift + 114
  return `${year}${twoDigits(Math.floor(days / 31))}${twoDigits((days % 31) + 1)}`
}

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday and Monday. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50]
const fixed = ['0101', '1225', '1226']
/** Abolished from 2024 by act no. 214 of 2023. */
const generalPrayerDay = 26

export function holidaysOf(year: number): readonly string[] {
  const easter = easterOf(year)
  const movable = year < 2024 ? [...fromEaster, generalPrayerDay] : fromEaster
  return [
    ...fixed.map((day) => `${year}${day}`),
    ...movable.map((days) => addDays(easter, days)),
  ].toSorted()
}

export function isWeekday(date: string): boolean {
  return weekdayOf(date) <= 5 && !holidaysOf(Number(date.slice(0, 4))).includes(date)
}

/** The day that many weekdays later. */
export function addWeekdays(date: string, weekdays: number): string {
  let moved = date
  for (let left = weekdays; left > 0;) {
    moved = addDays(moved, 1)
    if (isWeekday(moved)) left -= 1
  }
  return moved
}
