import { homeOf } from '../addresses.ts'
import { isGiven, textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { civilStatusOf } from './couple-rules.ts'
import { fmtDate, noFuture, notBeforeRow } from './date-rules.ts'
import { spouse, tieRules } from './parting-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { activeRow, noActiveRow } from './row-rules.ts'
import { personIn } from './subjects.ts'

type Spouse = 'personnummer' | 'spousePersonnummer'

const person = say('personen', 'the person')
const couple = { one: 'personnummer', other: 'spousePersonnummer' } as const
const spouses: readonly Spouse[] = [couple.one, couple.other]
const separationDate = {
  field: 'separationDate',
  what: say('separationsdatoen', 'the separation date'),
} as const
const endDate = { field: 'endDate', what: say('ophævelsesdatoen', 'the end date') } as const

/** From this day on the register holds separations. */
const registeredFrom = '20040527'

const beforeTheRegister: RuleSpec<'separationDate'> = {
  id: 'since-2004',
  layer: 'date',
  severity: 'warning',
  basis: 'modelled',
  fields: ['separationDate'],
  message: say(
    'Separationer før 27-05-2004 registreres kun ved indrejse fra udlandet',
    'Separations before 27-05-2004 are registered only at an entry from abroad',
  ),
  isRaised: ({ data }) =>
    isGiven(data, 'separationDate') && isBefore(textOf(data, 'separationDate'), registeredFrom),
}

/** The woman of a marriage; the elder of a partnership, or of two of one sex. */
function isCarrier(one: PersonView, other: PersonView): boolean {
  const isByAge = civilStatusOf(one) === 'P' || one.sex === other.sex
  return isByAge ? !isBefore(other.birthDate, one.birthDate) : one.sex === 'K'
}

const carrier: RuleSpec<Spouse> = {
  id: 'carrier',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: spouses,
  readsRegister: true,
  message: say(
    'I et ægteskab indberettes separationen på kvinden, i et partnerskab eller mellem to af samme køn på den ældste: byt om på de to',
    'In a marriage the separation is reported on the woman, in a partnership or between two of the same sex on the elder: turn the two round',
  ),
  isRaised: (facts) => {
    const [one, other] = coupleIn(facts)
    return one !== undefined && other !== undefined && !isCarrier(one, other)
  },
}

function coupleIn(facts: Facts): readonly [PersonView | undefined, PersonView | undefined] {
  return [personIn(facts, couple.one), personIn(facts, couple.other)]
}

export const separationRules = [
  ...tieRules({
    couple,
    other: spouse,
    taken: living,
    statuses: ['G', 'P'],
    date: separationDate,
    decision: { field: 'decision', what: say('bevillingen eller dommen', 'the grant or judgment') },
  }),
  noActiveRow({
    field: spouses,
    who: say('parret', 'the couple'),
    entity: 'separation',
    row: say('separation', 'separation'),
  }),
  beforeTheRegister,
  carrier,
]

const livesApart: RuleSpec<'reason'> = {
  id: 'cohabit',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['reason'],
  message: say(
    'De to er ikke registreret på samme adresse, selv om de igen lever sammen',
    'The two are not registered at the same address, although they live together again',
  ),
  isRaised: (facts) => {
    const [one, other] = coupleIn(facts)
    if (textOf(facts.data, 'reason') !== 'COHABITATION' || !one || !other) return false
    return homeOf(one) === null || homeOf(one) !== homeOf(other)
  },
}

export const separationCessationRules = [
  ...personRules({ field: couple.one, who: person, statuses: living }),
  ...personRules({ field: couple.other, who: spouse.who, suffix: '-2' }),
  fmtDate(endDate),
  noFuture(endDate),
  activeRow({
    field: couple.one,
    who: say('parret', 'the couple'),
    entity: 'separation',
    row: say('separation', 'separation'),
  }),
  notBeforeRow(endDate, {
    id: 'after-start',
    person: couple.one,
    entity: 'separation',
    row: say('separationen', 'the separation'),
  }),
  livesApart,
]
