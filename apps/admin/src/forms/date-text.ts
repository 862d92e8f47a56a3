/** Dates are typed dd-mm-åååå and sent YYYYMMDD; parts that are not known are zeros. */

const typed = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/
const typedBare = /^(\d{2})(\d{2})(\d{4})$/
const wire = /^(\d{4})(\d{2})(\d{2})$/

/** What cannot be read as a date is kept as typed: the rules name it, nothing typed is lost. */
export const toWireDate = (text: string): string => {
  const trimmed = text.trim()
  const parts = typed.exec(trimmed) ?? typedBare.exec(trimmed)
  if (parts === null) return trimmed
  const [, day = '', month = '', year = ''] = parts
  return `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`
}

export const toTypedDate = (value: string): string => {
  const parts = wire.exec(value)
  if (parts === null) return value
  const [, year, month, day] = parts
  return `${day}-${month}-${year}`
}

const daysIn = (year: number, month: number) => new Date(year, month, 0).getDate()

/** Uncertain dates leave the day, then the month, then the year at zero. */
export const isWireDate = (value: string): boolean => {
  const parts = wire.exec(value)
  if (parts === null) return false
  const [year, month, day] = parts.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  if (month === 0) return day === 0
  if (month > 12) return false
  return day <= (year === 0 ? 31 : daysIn(year, month))
}

/** A picked day becomes text by its local parts: through UTC it would slip to the day before. */
export const fromPickedDate = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('')

/** Undefined where a part is unknown: the calendar has no such day. */
export const toPickedDate = (value: string): Date | undefined => {
  const parts = wire.exec(value)
  if (parts === null || !isWireDate(value)) return undefined
  const [year, month, day] = parts.slice(1).map(Number)
  if (!year || !month || !day) return undefined
  return new Date(year, month - 1, day)
}
