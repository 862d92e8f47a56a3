import { type Counts, verifyCases, verifyChain } from '../invariants/verify-store.ts'
import { invariants, type Violation } from '../invariants/violation.ts'
import { type Command, Mistyped, type Order } from './command.ts'
import { lostLines } from './lost-lines.ts'
import { withStore } from './with-store.ts'

/** Every journal played again and held against what stands beside it, and the audit chain followed. */
export const verifyCommand: Command = {
  takes: '[--sample <cases>]',
  does: 'plays the journals again and holds them against everything else that is stored',
  run: async ({ words, config, say }) => {
    const sample = sampleIn(words)
    return withStore(config, async ({ db }) => {
      const found: Violation[] = []
      const onViolation = (violation: Violation) => {
        found.push(violation)
        say(lineOf(violation))
      }
      const counts = await verifyCases(db, { sample, onViolation })
      const { rows, violations } = await verifyChain(db)
      violations.forEach(onViolation)
      for (const line of await lostLines(db)) say(line)
      tell(say, { counts, rows, found })
      return found.length === 0 ? 0 : 1
    })
  },
}

function sampleIn(words: readonly string[]): number | null {
  if (words.length === 0) return null
  const [name, count = '', ...more] = words
  if (name !== '--sample' || more.length > 0)
    throw new Mistyped('verify takes --sample and a number')
  if (!/^[1-9]\d{0,8}$/u.test(count)) throw new Mistyped('--sample takes a number of cases')
  return Number(count)
}

function lineOf({ id, caseId, says }: Violation): string {
  return `${id}${caseId === null ? '' : ` case ${caseId}`}: ${says}`
}

interface Told {
  readonly counts: Counts
  readonly rows: number
  readonly found: readonly Violation[]
}

function tell(say: Order['say'], { counts, rows, found }: Told): void {
  for (const id of new Set(found.map((one) => one.id))) say(`${id} says: ${invariants[id]}`)
  const looked = Object.entries({ ...counts, 'audit rows': rows })
  say(looked.map(([what, count]) => `${count} ${what}`).join(', '))
  say(`${found.length} mismatches`)
}
