import { textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf, kinOf, spouseOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say, sentence } from '../text.ts'
import type { Text } from '../text.ts'
import { isAnyone, personIn } from './subjects.ts'

/** What holds for two who are, or are to be, a couple. */

export interface Couple<F extends string> {
  readonly one: F
  readonly other: F
}

export function civilStatusOf(person: PersonView): string | null {
  return columnOf(person, 'civilStatus', 'civilStatus')
}

/** In a registered partnership with the one whom the other field names. */
export function isPartnerOf(person: PersonView, { data }: Facts, other: string): boolean {
  return civilStatusOf(person) === 'P' && spouseOf(person) === textOf(data, other)
}

interface Free<F extends string> {
  readonly field: F
  /** In the definite form: `the spouse`. */
  readonly who: Text
  readonly suffix?: string
  /** Field of the partner with whom a partnership may stand: it is converted. */
  readonly converts?: F
}

const free = ['U', 'F', 'E', 'O', 'L']
const nothingElse = say('', '')
const conversion = say(
  ', eller P med den anden (omdannelse)',
  ', or P with the other one (a conversion)',
)

/** Not married, nor in a partnership. */
export function freeToMarry<F extends string>(of: Free<F>): RuleSpec<F> {
  const { field, who, suffix = '', converts } = of
  const besides = converts ? conversion : nothingElse
  return {
    id: `civ${suffix}`,
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: sentence(
      say(
        `${who.da} skal have civilstand U, F, E, O eller L${besides.da}`,
        `${who.en} must have civil status U, F, E, O or L${besides.en}`,
      ),
    ),
    isRaised: isAnyone(
      [field],
      (person, facts) =>
        !free.includes(civilStatusOf(person) ?? '') &&
        !(converts !== undefined && isPartnerOf(person, facts, converts)),
    ),
  }
}

function parentsOf(person: PersonView): readonly string[] {
  return [...kinOf(person, 'mother'), ...kinOf(person, 'father')]
}

function isParentOrChild(one: PersonView, other: PersonView): boolean {
  return [...parentsOf(one), ...kinOf(one, 'child')].includes(other.pnr)
}

function areRelated(one: PersonView, other: PersonView): boolean {
  const shared = parentsOf(one).some((parent) => parentsOf(other).includes(parent))
  return shared || isParentOrChild(one, other) || isParentOrChild(other, one)
}

export function notRelated<F extends string>(couple: Couple<F>, who: Text): RuleSpec<F> {
  return {
    id: 'notrel',
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: [couple.other],
    message: say(
      `Personen og ${who.da} må ikke være forælder og barn eller søskende`,
      `The person and ${who.en} must not be parent and child, or siblings`,
    ),
    isRaised: (facts) => {
      const [one, other] = [personIn(facts, couple.one), personIn(facts, couple.other)]
      return one !== undefined && other !== undefined && areRelated(one, other)
    },
  }
}

/** The person stands in such a tie, and with nobody else. */
export function tiedTo<F extends string>(
  { one, other }: Couple<F>,
  tie: { readonly statuses: readonly string[]; readonly who: Text },
): RuleSpec<F> {
  const { statuses, who } = tie
  return {
    id: 'civ',
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: [one],
    message: say(
      `Personen skal have civilstand ${statuses.join(' eller ')} med ${who.da}`,
      `The person must have civil status ${statuses.join(' or ')} with ${who.en}`,
    ),
    isRaised: isAnyone(
      [one],
      (person, { data }) =>
        !statuses.includes(civilStatusOf(person) ?? '') || spouseOf(person) !== textOf(data, other),
    ),
  }
}

/** Two whose rows disagree cannot be parted in one stroke. */
export function samePair<F extends string>({ one, other }: Couple<F>): RuleSpec<F> {
  return {
    id: 'same-pair',
    layer: 'register',
    severity: 'error',
    basis: 'inferred',
    fields: [one, other],
    message: say(
      'De tos civilstand peger ikke på hinanden: ret civilstanden først',
      'The civil status rows of the two do not point at each other: correct the civil status first',
    ),
    isRaised: (facts) => {
      const [first, second] = [personIn(facts, one), personIn(facts, other)]
      if (!first || !second) return false
      return spouseOf(first) !== second.pnr || spouseOf(second) !== first.pnr
    },
  }
}
