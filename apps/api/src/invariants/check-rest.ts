import { strayOf } from '../storm/aftermath.ts'
import type { CaseReading, EffectRow } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** The moment at which everything is to be at rest, on both clocks. */
export interface Moment {
  readonly real: Date
  readonly register: Date
}

/** When faults are over and time has passed: every case is over, or somebody is named whom it waits for. */
export function checkRest(readings: readonly CaseReading[], at: Moment): readonly Violation[] {
  return readings.flatMap(({ case: row, effects }) => {
    const stray = strayOf(row)
    const late = effects.filter((effect) => isLate(effect, at)).map(({ type }) => type)
    return [
      ...(stray === null || waitsForBudget(stray) ? [] : [left(row.id, `left: ${stray}`)]),
      ...(late.length === 0 ? [] : [left(row.id, `nobody carries out ${late.join(' and ')}`)]),
    ]
  })
}

/** Its lookups of the day are spent: it waits for an operator, or for tomorrow. */
function waitsForBudget(stray: string): boolean {
  return stray.endsWith('.budgetSpent')
}

function left(caseId: string, says: string): Violation {
  return { id: 'I8', caseId, says }
}

/** Whoever waits for a turn is woken by the one who has it, and due all the time. */
function isLate({ type, state, leased, clock, due_at: dueAt }: EffectRow, at: Moment): boolean {
  if (state !== 'open' || type === 'waitForTurn') return false
  return leased || dueAt <= at[clock]
}
