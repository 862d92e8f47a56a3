import { maskPnr } from './mask.ts'
import { showDate } from './times.ts'

const isDay = /^(19|20)\d{6}(\d{4})?$/

/** A value of a row: numbers covered, days read day first, everything else as the register has it. */
export const showCell = (value: string, showPnr = maskPnr): string => {
  if (/^\d{10}$/.test(value)) return showPnr(value)
  if (!isDay.test(value)) return value
  const time = value.slice(8)
  const shown = time === '' || time === '0000' ? '' : ` ${time.slice(0, 2)}.${time.slice(2)}`
  return `${showDate(value)}${shown}`
}
