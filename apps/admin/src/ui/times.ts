import type { Language } from '../texts/i18n.ts'

/** Times are shown as they are in Denmark, wherever the reader's machine believes it is. */
const zone = 'Europe/Copenhagen'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const partsOf = (moment: Date) =>
  Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]))

const showDay = (iso: string): string => {
  const { day, month, year } = partsOf(new Date(iso))
  return `${day}-${month}-${year}`
}

export const showClock = (moment: Date): string => {
  const { hour, minute } = partsOf(moment)
  return `${hour}.${minute}`
}

export const showMoment = (iso: string): string => {
  const moment = new Date(iso)
  return `${showDay(iso)} ${showClock(moment)}`
}

export const showExactMoment = (iso: string): string =>
  `${showMoment(iso)}.${partsOf(new Date(iso))['second']}`

/** A date of the register, YYYYMMDD or ISO, as people write it. */
export const showDate = (value: string): string => {
  const digits = value.replaceAll('-', '').slice(0, 8)
  return /^\d{8}$/.test(digits)
    ? `${digits.slice(6)}-${digits.slice(4, 6)}-${digits.slice(0, 4)}`
    : value
}

const dayWords = {
  da: ['I dag', 'I går'],
  en: ['Today', 'Yesterday'],
} as const

/** Today and yesterday by name, older days by date. */
export const showRecent = (iso: string, now: Date, language: Language): string => {
  const day = showDay(iso)
  const daysBack = [0, 1].find(
    (back) => showDay(new Date(now.getTime() - back * 86_400_000).toISOString()) === day,
  )
  return daysBack === undefined
    ? showMoment(iso)
    : `${dayWords[language].at(daysBack) ?? ''} ${showClock(new Date(iso))}`
}
