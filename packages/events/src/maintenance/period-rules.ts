import { isGiven, isTrue, textOf } from '../case-data.ts'
import { isAfter, isBefore, isPartialDate } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { isWrittenDate, noFuture, notBeforeBirth } from '../rules/date-rules.ts'
import { personIn } from '../rules/subjects.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { neighboursOf, rowMeant } from './row-meant.ts'
import type { Neighbours } from './row-meant.ts'

const startText = say('startdatoen', 'the start date')
const endText = say('slutdatoen', 'the end date')

interface Dated {
  readonly field: string
  readonly what: Text
  /** The flag that says that parts of the date are unknown. */
  readonly uncertain: string
}

const startDate: Dated = { field: 'startDate', what: startText, uncertain: 'dateUncertain' }
const endDate: Dated = { field: 'endDate', what: endText, uncertain: 'endDateUncertain' }

function fmtPeriodDate({ field, what, uncertain }: Dated, suffix: string): RuleSpec {
  return {
    id: `fmt-date${suffix}`,
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields: [field],
    message: sentence(
      say(
        `${what.da} skal være en rigtig dato skrevet ÅÅÅÅMMDD; dele må kun være 00, når datoen er usikker`,
        `${what.en} must be a real date written YYYYMMDD; parts may be 00 only when the date is uncertain`,
      ),
    ),
    isRaised: ({ data }) =>
      isGiven(data, field) && !isWrittenDate(textOf(data, field), isTrue(data, uncertain)),
  }
}

/** A row that was uncertain stays so unless somebody says otherwise: its partial date may be repeated. */
function fmtCorrectedDate(dated: Dated, suffix: string): RuleSpec {
  const rule = fmtPeriodDate(dated, suffix)
  return {
    ...rule,
    isRaised: (facts, fields) =>
      rule.isRaised(facts, fields) && !isPartialDate(textOf(facts.data, dated.field)),
  }
}

function partIsMarked(entities: readonly Entity[]): RuleSpec {
  return {
    id: 'uncertain',
    layer: 'date',
    severity: 'error',
    basis: 'modelled',
    fields: ['startDate'],
    message: say(
      'Dele af startdatoen må kun være 00, når datoen er markeret usikker',
      'Parts of the start date may be 00 only when the date is marked uncertain',
    ),
    isRaised: (facts) => {
      const isMarked =
        isTrue(facts.data, 'dateUncertain') || rowMeant(facts, entities)?.startUncertain === true
      return isPartialDate(textOf(facts.data, 'startDate')) && !isMarked
    },
  }
}

const inOrder: RuleSpec = {
  id: 'order',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['endDate'],
  message: say(
    'Slutdatoen skal ligge efter startdatoen',
    'The end date must lie after the start date',
  ),
  isRaised: ({ data }) =>
    isGiven(data, 'startDate') &&
    isGiven(data, 'endDate') &&
    !isAfter(textOf(data, 'endDate'), textOf(data, 'startDate')),
}

const birth = notBeforeBirth(
  { field: 'startDate', what: startText },
  { people: ['personnummer'], who: say('personen', 'the person') },
)

const startNotAhead = noFuture({ field: 'startDate', what: startText })
const endNotAhead: RuleSpec = { ...noFuture({ field: 'endDate', what: endText }), id: 'nofuture-2' }

function given({ data }: Facts, field: string): string | null {
  return isGiven(data, field) ? textOf(data, field) : null
}

/** A corrected row may push its neighbours, never past their other end. */
function keepsTheChain(entities: readonly Entity[]): RuleSpec {
  return {
    id: 'chain',
    layer: 'date',
    severity: 'error',
    basis: 'modelled',
    fields: ['startDate'],
    message: say(
      'De rettede datoer ville dække en hel naborække, eller slutte før de begynder',
      'The corrected dates would cover a whole neighbouring row, or end before they begin',
    ),
    isRaised: (facts) => {
      const person = personIn(facts, 'personnummer')
      const row = rowMeant(facts, entities)
      if (!person || !row) return false
      const start = given(facts, 'startDate') ?? row.start
      const end = given(facts, 'endDate') ?? row.end
      return (
        (end !== null && isBefore(end, start)) || covers({ start, end }, neighboursOf(person, row))
      )
    },
  }
}

function covers(
  { start, end }: Pick<RegisterRow, 'start' | 'end'>,
  { before, after }: Neighbours,
): boolean {
  const coversBefore = before !== undefined && isBefore(start, before.start)
  const until = after?.end ?? null
  return coversBefore || (end !== null && until !== null && isAfter(end, until))
}

/** The days of a row that is put right. */
export function correctedPeriodRules(
  entities: readonly Entity[],
  which: 'current' | 'former',
): readonly RuleSpec[] {
  const both = [
    fmtCorrectedDate(startDate, ''),
    startNotAhead,
    birth,
    partIsMarked(entities),
    keepsTheChain(entities),
  ]
  const former = [fmtCorrectedDate(endDate, '-2'), endNotAhead]
  return which === 'former' ? [...both, ...former] : both
}

/** The days of a row that is reported late: it is closed, and so its end lies behind us too. */
export const latePeriodRules: readonly RuleSpec[] = [
  fmtPeriodDate(startDate, ''),
  fmtPeriodDate(endDate, '-2'),
  inOrder,
  startNotAhead,
  endNotAhead,
  birth,
]
