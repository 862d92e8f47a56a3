import { listOf, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Field } from '../fields.ts'
import { isPnr, unknownPnr } from '../pnr.ts'
import type { PersonView } from '../register-view.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { deadNumbers } from './person-statuses.ts'
import { isAnyone, numbersIn } from './subjects.ts'

interface Subject<F extends string> {
  readonly field: F
  /** Another field whose people the same is asked of; `who` then speaks of both. */
  readonly alsoIn?: F
  /** In the definite form: `the mother`. */
  readonly who: Text
  /** Tells the rules of an event's second person from the first's: `-2`. */
  readonly suffix?: string
  /** Person statuses that the event takes. */
  readonly statuses?: readonly string[]
  /** The sentence that lists them, where it says more than the list. */
  readonly statusText?: Text
  /** A status of the list that does not do in this case. */
  readonly isWrongStatus?: (person: PersonView, facts: Facts) => boolean
}

function fieldsOf<F extends string>({ field, alsoIn }: Subject<F>): readonly F[] {
  return alsoIn === undefined ? [field] : [field, alsoIn]
}

/** What holds for everybody whom an event names by number. */
export function personRules<F extends string>(subject: Subject<F>): readonly RuleSpec<F>[] {
  const rules = [
    fmtPnr(subject),
    exists(subject),
    validPnr(subject),
    pending(subject),
    protect(subject),
  ]
  return subject.statuses ? [...rules, status(subject, subject.statuses)] : rules
}

export function fmtPnr<F extends string>(subject: Subject<F>): RuleSpec<F> {
  const { who, suffix = '' } = subject
  const subjects = fieldsOf(subject)
  return {
    id: `fmt-pnr${suffix}`,
    layer: 'syntactic',
    severity: 'error',
    basis: 'sourced',
    fields: fieldsOf(subject),
    message: say(
      `Personnummeret på ${who.da} skal være ti cifre, hvor de seks første er en rigtig dato (et erstatningspersonnummer kan ikke bruges)`,
      `The personnummer of ${who.en} must be ten digits whose first six are a real date (a replacement number cannot be used)`,
    ),
    isRaised: ({ data }, fields) =>
      subjects.some((field) =>
        [textOf(data, field), ...listOf(data, field)].some(
          (pnr) =>
            pnr !== '' && !isPnr(pnr) && !(pnr === unknownPnr && takesUnknown(fields, field)),
        ),
      ),
  }
}

function takesUnknown(fields: readonly Field[], name: string): boolean {
  return fields.some((field) => field.name === name && field.unknownAllowed)
}

export function exists<F extends string>(subject: Subject<F>): RuleSpec<F> {
  const { who, suffix = '' } = subject
  return {
    id: `exists${suffix}`,
    layer: 'register',
    severity: 'error',
    basis: 'sourced',
    fields: fieldsOf(subject),
    message: sentence(say(`${who.da} findes ikke i CPR`, `${who.en} is not found in CPR`)),
    isRaised: (facts) =>
      fieldsOf(subject)
        .flatMap((field) => numbersIn(facts, field))
        .some((pnr) => facts.view.people[pnr] === null),
  }
}

export function validPnr<F extends string>(subject: Subject<F>): RuleSpec<F> {
  const { who, suffix = '' } = subject
  return {
    id: `valid-pnr${suffix}`,
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: fieldsOf(subject),
    message: say(
      `Personnummeret på ${who.da} gælder ikke længere: brug det gældende`,
      `The personnummer of ${who.en} is no longer valid: use the valid one`,
    ),
    isRaised: isAnyone(fieldsOf(subject), (person) => deadNumbers.includes(person.status)),
  }
}

function pending<F extends string>(subject: Subject<F>): RuleSpec<F> {
  const { who, suffix = '' } = subject
  return {
    id: `pending${suffix}`,
    layer: 'register',
    severity: 'warning',
    basis: 'sourced',
    fields: fieldsOf(subject),
    message: sentence(
      say(`${who.da} har allerede data i vent`, `${who.en} already has waiting data`),
    ),
    isRaised: isAnyone(fieldsOf(subject), (person) => person.waiting),
  }
}

function protect<F extends string>(subject: Subject<F>): RuleSpec<F> {
  const { who, suffix = '' } = subject
  return {
    id: `protect${suffix}`,
    layer: 'register',
    severity: 'warning',
    basis: 'modelled',
    fields: fieldsOf(subject),
    message: sentence(
      say(
        `${who.da} har navne- og adressebeskyttelse; adressen må ikke stå i breve`,
        `${who.en} has name and address protection; letters leave the address out`,
      ),
    ),
    isRaised: isAnyone(fieldsOf(subject), (person) => person.protected),
  }
}

function status<F extends string>(subject: Subject<F>, codes: readonly string[]): RuleSpec<F> {
  const { who, suffix = '', statusText, isWrongStatus } = subject
  const plain = say(
    `${who.da} skal have personstatus ${list(codes, 'eller')}`,
    `${who.en} must have person status ${list(codes, 'or')}`,
  )
  return {
    id: `status${suffix}`,
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: fieldsOf(subject),
    message: sentence(statusText ?? plain),
    isRaised: isAnyone(
      fieldsOf(subject),
      (person, facts) =>
        !codes.includes(person.status) || (isWrongStatus?.(person, facts) ?? false),
    ),
  }
}

function list(words: readonly string[], joiner: string): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joiner} ${last}`
}

/** Told of a death event by itself, so that a second report of one death is named for what it is. */
export function alive<F extends string>(field: F, who: Text): RuleSpec<F> {
  return {
    id: 'alive',
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(`${who.da} er allerede registreret død`, `${who.en} is already registered as dead`),
    ),
    isRaised: isAnyone([field], (person) => person.status === '90'),
  }
}
