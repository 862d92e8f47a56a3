import { isGiven, isTrue, textOf } from '../case-data.ts'
import { addDays, isAfter, isBefore, isPartialDate, isRealDate, lastDayOf } from '../dates.ts'
import { dateOfDeadline, deadlines } from '../deadlines.ts'
import type { DeadlineId } from '../deadlines.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { currentRow, currentRows } from '../person-facts.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { isAnyone } from './subjects.ts'

interface DateSubject<F extends string> {
  readonly field: F
  /** Tells the rules of an event's second date from the first's: `-2`. */
  readonly suffix?: string
  /** In the definite form: `the wedding date`. */
  readonly what: Text
}

/** Unknown parts are taken only with the mark that says so. */
export function isWrittenDate(text: string, isUncertain: boolean): boolean {
  return isRealDate(text) || (isUncertain && isPartialDate(text))
}

export function fmtDate<F extends string>(date: DateSubject<F>): RuleSpec<F> {
  const { field, what, suffix = '' } = date
  return {
    id: `fmt-date${suffix}`,
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields: [field],
    message: sentence(
      say(
        `${what.da} skal være en rigtig dato skrevet ÅÅÅÅMMDD`,
        `${what.en} must be a real date written YYYYMMDD`,
      ),
    ),
    isRaised: ({ data }) =>
      isGiven(data, field) && !isWrittenDate(textOf(data, field), isTrue(data, 'dateUncertain')),
  }
}

export function noFuture<F extends string>(date: DateSubject<F>): RuleSpec<F> {
  const { field, what, suffix = '' } = date
  return {
    id: `nofuture${suffix}`,
    layer: 'date',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(`${what.da} må ikke ligge i fremtiden`, `${what.en} must not lie in the future`),
    ),
    isRaised: ({ data, today }) => isGiven(data, field) && isAfter(textOf(data, field), today),
  }
}

/** A period that ends before it begins is none. */
export function inOrder<F extends string>(
  first: DateSubject<F>,
  second: DateSubject<F>,
): RuleSpec<F> {
  return {
    id: 'order',
    layer: 'cross-field',
    severity: 'error',
    basis: 'modelled',
    fields: [first.field, second.field],
    message: sentence(
      say(
        `${first.what.da} må ikke ligge efter ${second.what.da}`,
        `${first.what.en} must not lie after ${second.what.en}`,
      ),
    ),
    isRaised: ({ data }) =>
      isGiven(data, first.field) &&
      isGiven(data, second.field) &&
      isAfter(textOf(data, first.field), lastDayOf(textOf(data, second.field))),
  }
}

export function withinWindow<F extends string>(
  { field, what }: DateSubject<F>,
  days: number,
): RuleSpec<F> {
  return {
    id: 'window',
    layer: 'date',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(
        `${what.da} må højst ligge ${days} dage ude i fremtiden`,
        `${what.en} must lie at most ${days} days in the future`,
      ),
    ),
    isRaised: ({ data, today }) =>
      isGiven(data, field) && isAfter(textOf(data, field), addDays(today, days)),
  }
}

/** Reported on its day: until then the case waits here. */
export function datedAhead<F extends string>({ field, what }: DateSubject<F>): RuleSpec<F> {
  return {
    id: 'queue',
    layer: 'date',
    severity: 'warning',
    basis: 'inferred',
    fields: [field],
    message: sentence(
      say(
        `${what.da} ligger ude i fremtiden: sagen venter og indberettes på dagen, efter en ny kontrol`,
        `${what.en} lies in the future: the case waits and is reported on the day, after new checks`,
      ),
    ),
    isRaised: ({ data, today }) => isGiven(data, field) && isAfter(textOf(data, field), today),
  }
}

export function late<F extends string>(
  { field }: DateSubject<F>,
  deadline: DeadlineId,
): RuleSpec<F> {
  const { text } = deadlines[deadline]
  return {
    id: 'late',
    layer: 'date',
    severity: 'warning',
    basis: 'modelled',
    fields: [field],
    message: say(
      `Fristen er overskredet (${text.da}): begrund hvorfor`,
      `The deadline has passed (${text.en}): give the reason`,
    ),
    isRaised: (facts) => {
      const due = dateOfDeadline(deadline, facts)
      return due !== null && isAfter(facts.today, due)
    },
  }
}

export function notBeforeBirth<F extends string>(
  { field, what }: DateSubject<F>,
  of: { readonly people: readonly F[]; readonly who: Text },
): RuleSpec<F> {
  return {
    id: 'birth',
    layer: 'date',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(
        `${what.da} må ikke ligge før fødselsdatoen for ${of.who.da}`,
        `${what.en} must not lie before the birth date of ${of.who.en}`,
      ),
    ),
    isRaised: isAnyone(
      of.people,
      (person, { data }) =>
        isGiven(data, field) && isBefore(lastDayOf(textOf(data, field)), person.birthDate),
    ),
  }
}

/** Older than the row that stands: such a fact is former data. */
export function latest<F extends string>(
  { field, what }: DateSubject<F>,
  of: { readonly people: readonly F[]; readonly entity: Entity; readonly row: Text },
): RuleSpec<F> {
  return {
    id: 'latest',
    layer: 'date',
    severity: 'error',
    basis: 'sourced',
    fields: [field],
    message: sentence(
      say(
        `${what.da} må ikke ligge før ${of.row.da} begynder; indberet ældre forhold som tidligere data`,
        `${what.en} must not lie before ${of.row.en} begins; report an older fact as former data`,
      ),
    ),
    isRaised: isAnyone(of.people, (person, { data }) => {
      const row = currentRow(person, of.entity)
      return (
        isGiven(data, field) &&
        row !== undefined &&
        isBefore(lastDayOf(textOf(data, field)), row.start)
      )
    }),
  }
}

/** What ends cannot end before it began. */
export function notBeforeRow<F extends string>(
  { field, what }: DateSubject<F>,
  of: {
    readonly id: string
    readonly person: F
    readonly entity: Entity
    /** In the definite form: `the separation`. */
    readonly row: Text
    readonly isMeant?: (row: RegisterRow, facts: Facts) => boolean
  },
): RuleSpec<F> {
  const { id, person, entity, row: meant, isMeant = () => true } = of
  return {
    id,
    layer: 'date',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(
        `${what.da} må ikke ligge før ${meant.da} begynder`,
        `${what.en} must not lie before ${meant.en} begins`,
      ),
    ),
    isRaised: isAnyone([person], (subject, facts) => {
      const day = textOf(facts.data, field)
      const rows = currentRows(subject, entity).filter((row) => isMeant(row, facts))
      return day !== '' && rows.some((row) => isBefore(lastDayOf(day), row.start))
    }),
  }
}
