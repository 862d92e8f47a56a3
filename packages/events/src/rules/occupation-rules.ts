import { peopleOfParty } from '../blockers.ts'
import { textOf } from '../case-data.ts'
import type { Blocker, RuleSpec } from '../define-event.ts'
import { columnOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { fmtDate, noFuture } from './date-rules.ts'
import { fmtText } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'

const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const

const blankOut: RuleSpec<'occupation'> = {
  id: 'blank-out',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['occupation'],
  message: say(
    'Stillingen er tom: en registreret stilling bliver fjernet',
    'The occupation is empty: a registered text is removed',
  ),
  isRaised: ({ data }) => textOf(data, 'occupation').trim() === '',
}

export const occupationRules = [
  ...personRules({
    field: 'personnummer',
    who: say('personen', 'the person'),
    statuses: living,
  }),
  fmtText({ field: 'occupation', what: say('stillingen', 'the occupation') }, 34),
  fmtDate(startDate),
  noFuture(startDate),
  blankOut,
]

/** The one datum without a past: the case knows what stood before its own text, and of nothing later. */
export const writtenOverSince: Blocker = {
  id: 'written-over-since',
  severity: 'error',
  text: say(
    'stillingen er ændret siden: CPR gemmer ingen tidligere stilling, og sagen kender kun den, der stod før dens egen',
    'the occupation has changed since: CPR keeps no former one, and the case knows only the one before its own',
  ),
  kinds: ['person'],
  freedBy: say(
    'Fortryd den senere stilling først, eller indberet den rigtige stilling som en ny',
    'Undo the later occupation first, or report the right one as a new one',
  ),
  isRaised: (facts, parties) =>
    peopleOfParty(facts, parties, 'person').some(
      (person) =>
        (columnOf(person, 'person', 'occupation') ?? '') !==
        textOf(facts.data, 'occupation').trimEnd(),
    ),
}
