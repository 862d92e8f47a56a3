import { isRealDate } from './dates.ts'

export type Sex = 'M' | 'K'

/** Stands for a person without number, where a service takes one. */
export const unknownPnr = '0000000000'

/** First years of the centuries a seventh digit can stand for: before and after the turning year. */
function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900
  return year <= 57 ? 2000 : 1800
}

/** The birth date a number is made of, or null when it is no number. */
export function birthDateOf(pnr: string): string | null {
  if (!/^\d{10}$/.test(pnr)) return null
  const year = Number(pnr.slice(4, 6))
  const full = centuryOf(Number(pnr.charAt(6)), year) + year
  const date = `${full}${pnr.slice(2, 4)}${pnr.slice(0, 2)}`
  return isRealDate(date) ? date : null
}

export const isPnr = (text: string): boolean => birthDateOf(text) !== null

export const sexOf = (pnr: string): Sex => (Number(pnr.charAt(9)) % 2 === 0 ? 'K' : 'M')

/** Every number that says this birth date and sex, in rising order of serial. */
export function* numbersFor(birthDate: string, sex: Sex): Generator<string> {
  const day = `${birthDate.slice(6, 8)}${birthDate.slice(4, 6)}${birthDate.slice(2, 4)}`
  for (let serial = sex === 'M' ? 1 : 0; serial <= 9999; serial += 2) {
    const pnr = day + String(serial).padStart(4, '0')
    if (birthDateOf(pnr) === birthDate) yield pnr
  }
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** Every number given before October 2007 passes; later ones need not. */
export const passesModulus11 = (pnr: string): boolean =>
  weights.reduce((sum, weight, place) => sum + weight * Number(pnr.charAt(place)), 0) % 11 === 0
