import { isRealDate } from './dates.ts'

/** Stands for an unknown person where an event allows it. */
export const unknownPnr = '0000000000'

const centuries: readonly {
  readonly digits: string
  readonly until: number
  readonly century: string
}[] = [
  { digits: '0123', until: 99, century: '19' },
  { digits: '49', until: 36, century: '20' },
  { digits: '49', until: 99, century: '19' },
  { digits: '5678', until: 57, century: '20' },
  { digits: '5678', until: 99, century: '18' },
]

/** The date that a number is written after; it need not be real. */
export function birthDateOf(pnr: string): string {
  const year = pnr.slice(4, 6)
  const digit = pnr.charAt(6)
  const row = centuries.find(({ digits, until }) => digits.includes(digit) && Number(year) <= until)
  return `${row?.century ?? '00'}${year}${pnr.slice(2, 4)}${pnr.slice(0, 2)}`
}

/** Ten digits whose first six are a real date: no replacement number (day + 60), and not the unknown person's. */
export function isPnr(text: string): boolean {
  return /^\d{10}$/.test(text) && isRealDate(birthDateOf(text))
}

export function sexOf(pnr: string): 'M' | 'K' {
  return Number(pnr.charAt(9)) % 2 === 1 ? 'M' : 'K'
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** Numbers given since October 2007 need not pass: a hint, never a reason to refuse. */
export function passesModulus11(pnr: string): boolean {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(pnr[place]), 0)
  return sum % 11 === 0
}

/** What a person without need sees of a number. */
export function maskPnr(pnr: string): string {
  return `${pnr.slice(0, 6)}-••••`
}
