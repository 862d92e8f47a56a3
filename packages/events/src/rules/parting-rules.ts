import type { RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { samePair, tiedTo } from './couple-rules.ts'
import type { Couple } from './couple-rules.ts'
import { fmtDate, latest, noFuture } from './date-rules.ts'
import { documented, ofList } from './form-rules.ts'
import { personRules } from './person-rules.ts'

interface Named<F extends string> {
  readonly field: F
  /** In the definite form: `the divorce date`. */
  readonly what: Text
}

interface Tie<F extends string> {
  readonly couple: Couple<F>
  /** The other one: `the spouse`, and `this spouse`. */
  readonly other: { readonly who: Text; readonly this: Text }
  /** Person statuses that the event takes. */
  readonly taken: readonly string[]
  /** Civil statuses of the tie. */
  readonly statuses: readonly string[]
  readonly date: Named<F>
  readonly decision: Named<F>
}

const person = say('personen', 'the person')

/** What an event says of two who stand in a tie that a decision changes. */
export function tieRules<F extends string>(tie: Tie<F>): readonly RuleSpec<F>[] {
  const { couple, other, taken, statuses, date, decision } = tie
  return [
    ...personRules({ field: couple.one, who: person, statuses: taken }),
    ...personRules({ field: couple.other, who: other.who, suffix: '-2' }),
    fmtDate(date),
    noFuture(date),
    tiedTo(couple, { statuses, who: other.this }),
    latest(date, {
      people: [couple.one, couple.other],
      entity: 'civilStatus',
      row: say('de tos nuværende civilstand', 'the current civil status of either'),
    }),
    documented(decision.field, decision.what),
  ]
}

/** The same of a tie that the decision of an authority ends. */
export function partingRules<F extends string>(
  tie: Tie<F> & { readonly authority: Named<F> },
): readonly RuleSpec<F>[] {
  return [...tieRules(tie), ofList(tie.authority, 'authorities'), samePair(tie.couple)]
}

export const spouse = {
  who: say('ægtefællen', 'the spouse'),
  this: say('denne ægtefælle', 'this spouse'),
}
export const partner = {
  who: say('partneren', 'the partner'),
  this: say('denne partner', 'this partner'),
}
