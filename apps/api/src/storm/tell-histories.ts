import { createHistories, live } from './histories.ts'
import type { Told } from './life.ts'

/** As many people as there are kinds of lives to begin with. */
const population = 400
const seed = 7

/** One alone, where somebody asks for it. */
const wanted = process.env['HISTORY']

/** These histories, by number; the same number is the same history. */
export async function tellHistories(from: number, until: number): Promise<Told> {
  const histories = createHistories(population, seed)
  const told: Told = { deeds: new Map(), wrong: [] }
  const [first, last] = wanted === undefined ? [from, until] : [Number(wanted), Number(wanted)]
  for (let index = first; index <= last; index += 1) await live(histories(index), index, told)
  return told
}

const most = 20

/** What went wrong, and how to see it again. */
export function wrongIn({ wrong }: Told): string {
  if (wrong.length === 0) return ''
  const again =
    'one alone: HISTORY=<number> pnpm exec vitest run --root . src/storm/histories.test.ts'
  return [`${wrong.length} wrong, ${again}`, ...wrong.slice(0, most)].join('\n')
}
