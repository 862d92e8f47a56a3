import { textOf } from '../case-data.ts'
import { isAfter, isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { say } from '../text.ts'
import { rowMeant, rowsKept } from './row-meant.ts'

const couple = ['G', 'P']

function isWithin({ start, end }: RegisterRow, from: string, until: string | null): boolean {
  if (isBefore(from, start)) return false
  // Who dies separated stays so in the row.
  return end === null || (isBefore(from, end) && (until === null || !isAfter(until, end)))
}

/** The marriage that a separation refers to. */
export const insideMarriage: RuleSpec = {
  id: 'marriage',
  layer: 'date',
  severity: 'error',
  basis: 'modelled',
  fields: ['startDate'],
  message: say(
    'Separationen skal ligge inden for det ægteskab eller partnerskab, den hører til',
    'The separation must lie within the marriage or partnership it belongs to',
  ),
  isRaised: (facts) => {
    const [start, end] = periodOf(facts)
    const marriages = rowsKept(facts, ['civilStatus']).filter(
      ({ mark, columns }) => mark === null && couple.includes(columns['civilStatus'] ?? ''),
    )
    const isJudged = facts.view.people[textOf(facts.data, 'personnummer')] != null && start !== ''
    return isJudged && !marriages.some((row) => isWithin(row, start, end))
  },
}

function periodOf(facts: Facts): readonly [string, string | null] {
  const row = rowMeant(facts, ['separation'])
  const start = textOf(facts.data, 'startDate') || (row?.start ?? '')
  return [start, textOf(facts.data, 'endDate') || (row?.end ?? null)]
}
