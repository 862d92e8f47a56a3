import { birthDateOf, passesModulus11 } from './pnr.ts'

/**
 * A number that nobody has, for a birth date and sex: of the kind that passes modulus 11 while there is one. Null once all
 * are taken.
 */
export function freeNumber(
  { birthDate, sex }: { readonly birthDate: string; readonly sex: string },
  taken: readonly string[],
): string | null {
  const used = new Set(taken)
  const free = numbersOf(birthDate, sex).filter((pnr) => !used.has(pnr))
  return free.find(passesModulus11) ?? free[0] ?? null
}

const serials = 10_000

function numbersOf(birthDate: string, sex: string): readonly string[] {
  const day = `${birthDate.slice(6)}${birthDate.slice(4, 6)}${birthDate.slice(2, 4)}`
  const first = sex === 'M' ? 1 : 0
  return Array.from(
    { length: serials / 2 },
    (_, place) => `${day}${String(first + place * 2).padStart(4, '0')}`,
  ).filter((pnr) => birthDateOf(pnr) === birthDate)
}
