import { isGiven, textOf } from '../case-data.ts'
import { isAfter } from '../dates.ts'
import type { Facts } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { currentRow, validRows } from '../person-facts.ts'
import { personIn } from './subjects.ts'

/** The home that somebody took after the text began to hold. A text that has ended by itself is nothing to end. */
function newerHome(facts: Facts): RegisterRow | undefined {
  const { data, today } = facts
  const hasEnded = isGiven(data, 'endDate') && !isAfter(textOf(data, 'endDate'), today)
  const person = personIn(facts, 'personnummer')
  const home = person && currentRow(person, 'address')
  if (hasEnded || home === undefined) return undefined
  return isAfter(home.start, textOf(data, 'startDate')) ? home : undefined
}

/** The text was meant for a home that is left. */
export function hasMovedSince(facts: Facts): boolean {
  return newerHome(facts) !== undefined
}

/** Back from abroad since: the home that stands did not follow upon another. */
export function hasReEnteredSince(facts: Facts): boolean {
  const home = newerHome(facts)
  const person = personIn(facts, 'personnummer')
  if (home === undefined || person === undefined) return false
  return !validRows(person, 'address').some((row) => row.end === home.start)
}
