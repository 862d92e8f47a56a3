import { textOf } from './case-data.ts'
import { addDays, addMonths } from './dates.ts'
import type { Deadline, Facts } from './define-event.ts'
import { addWeekdays } from './holidays.ts'
import { lifeDeadlines } from './life-deadlines.ts'
import { currentRow } from './person-facts.ts'
import { birthDateOf, isPnr } from './pnr.ts'
import { residenceDeadlines } from './residence-deadlines.ts'

/** The days that the law, practice or this project sets. */
const deadlineTable = { ...residenceDeadlines, ...lifeDeadlines }

export type DeadlineId = keyof typeof deadlineTable

export const deadlines: Readonly<Record<DeadlineId, Omit<Deadline, 'id'>>> = deadlineTable

export function isDeadlineId(id: string): id is DeadlineId {
  return id in deadlineTable
}

const calendars: Readonly<Record<Deadline['unit'], (date: string, amount: number) => string>> = {
  days: addDays,
  weekdays: addWeekdays,
  weeks: (date, weeks) => addDays(date, weeks * 7),
  months: addMonths,
  years: (date, years) => addMonths(date, years * 12),
}

/** The day it is due; null while the day that it counts from is unknown. */
export function dateOfDeadline(
  id: DeadlineId,
  facts: Pick<Facts, 'data' | 'view'>,
  acceptedOn = '',
): string | null {
  const { amount, unit, direction, from } = deadlines[id]
  const start = from === 'primaryAccepted' ? acceptedOn : startOf(from, facts)
  if (start === '') return null
  return calendars[unit](start, direction === 'after' ? amount : -amount)
}

/** A field of the event; where it has none of that name, the same fact of the person in the register. */
function startOf(from: string, facts: Pick<Facts, 'data' | 'view'>): string {
  return textOf(facts.data, from) || (factsFromRegister[from]?.(facts) ?? '')
}

const factsFromRegister: Readonly<Record<string, (facts: Pick<Facts, 'data' | 'view'>) => string>> =
  {
    birthDate: ({ data, view }) => {
      const pnr = textOf(data, 'personnummer')
      return view.people[pnr]?.birthDate ?? (isPnr(pnr) ? birthDateOf(pnr) : '')
    },
    // Whoever has left the country has a departure that is open.
    departureDate: ({ data, view }) => {
      const person = view.people[textOf(data, 'personnummer')]
      return (person && currentRow(person, 'migration')?.start) ?? ''
    },
    // An entry may be reported once both the person and the right to stay are there.
    conditionsMetDate: ({ data }) => {
      const [entry, stay] = [textOf(data, 'entryDate'), textOf(data, 'stayFrom')]
      return stay > entry ? stay : entry
    },
  }
