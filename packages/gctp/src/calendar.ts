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
