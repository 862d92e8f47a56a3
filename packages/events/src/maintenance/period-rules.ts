import { isGiven, isTrue, textOf } from '../case-data.ts'
import { isAfter, isBefore, isPartialDate } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity } from '../entities.ts'
import { isWrittenDate, noFuture, notBeforeBirth } from '../rules/date-rules.ts'
import { personIn } from '../rules/subjects.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { neighboursOf, rowMeant } from './row-meant.ts'

const start = say('startdatoen', 'the start date')
const end = say('slutdatoen', 'the end date')

interface Dated {
  readonly field: string
  readonly what: Text
  /** The flag that says that parts of the date are unknown. */
  readonly uncertain: string
}

const startDate: Dated = { field: 'startDate', what: start, uncertain: 'dateUncertain' }
const endDate: Dated = { field: 'endDate', what: end, uncertain: 'endDateUncertain' }

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
        `${what.en} is a real date written YYYYMMDD; parts are 00 only when the date is uncertain`,
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
    isRaised: (facts) => rule.isRaised(facts) && !isPartialDate(textOf(facts.data, dated.field)),
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
      'Parts of the start date are 00 only when the date is marked uncertain',
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
  message: say('Slutdatoen skal ligge efter startdatoen', 'The end date is after the start date'),
  isRaised: ({ data }) =>
    isGiven(data, 'startDate') &&
    isGiven(data, 'endDate') &&
    !isAfter(textOf(data, 'endDate'), textOf(data, 'startDate')),
}

const birth = notBeforeBirth(
  { field: 'startDate', what: start },
  { people: ['personnummer'], who: say('personen', 'the person') },
)

const startNotAhead = noFuture({ field: 'startDate', what: start })
const endNotAhead: RuleSpec = { ...noFuture({ field: 'endDate', what: end }), id: 'nofuture-2' }

function given(facts: Facts, field: string, otherwise: string | null): string | null {
  return isGiven(facts.data, field) ? textOf(facts.data, field) : otherwise
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
      'De rettede datoer ville dække en hel naborække eller ende før de begynder',
      'The corrected dates would swallow a neighbouring row, or end before they begin',
    ),
    isRaised: (facts) => {
      const person = personIn(facts, 'personnummer')
      const row = rowMeant(facts, entities)
      if (!person || !row) return false
      const { before, after } = neighboursOf(person, row)
      const from = given(facts, 'startDate', row.start) ?? row.start
      const until = given(facts, 'endDate', row.end)
      const isPastBefore = before !== undefined && isBefore(from, before.start)
      const isPastAfter = until !== null && after?.end != null && isAfter(until, after.end)
      return isPastBefore || isPastAfter || (until !== null && !isAfter(until, from))
    },
  }
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
