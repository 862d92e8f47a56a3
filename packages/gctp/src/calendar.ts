const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0)
}

/** YYYYMMDD of the strict calendar; the day, or month and day, may be `00` for unknown. */
export function isDate(text: string): boolean {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (found === null) return false
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
  if (year === 0) return false
  if (month === 0) return day === 0
  return month <= 12 && day <= daysIn(year, month)
}

/** A full date: no part unknown. */
export function isWholeDate(text: string): boolean {
  return isDate(text) && !text.endsWith('00')
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d$/.test(text)
}

/** The seventh digit tells the century, together with the year. */
function centuryOf(digit: number, year: number): number {
  if (digit <= 3) return 19
  if (digit === 4 || digit === 9) return year <= 36 ? 20 : 19
  return year <= 57 ? 20 : 18
}

/** Whether ten digits begin with a day that somebody can be born on: those of replacement numbers do not. */
export function hasBirthDate(pnr: string): boolean {
  const year = pnr.slice(4, 6)
  const century = centuryOf(Number(pnr.charAt(6)), Number(year))
  return isWholeDate(`${century}${year}${pnr.slice(2, 4)}${pnr.slice(0, 2)}`)
}
