import { textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import { adult } from './age-rules.ts'
import { freeToMarry, notRelated } from './couple-rules.ts'
import { fmtDate, latest, noFuture } from './date-rules.ts'
import { twoPersons } from './form-rules.ts'
import { partner, partingRules } from './parting-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { personIn } from './subjects.ts'

type Partner = 'personnummer' | 'partnerPersonnummer'

const person = say('personen', 'the person')
const couple = { one: 'personnummer', other: 'partnerPersonnummer' } as const
const partners: readonly Partner[] = [couple.one, couple.other]
const partnershipDate = {
  field: 'partnershipDate',
  what: say('registreringsdatoen', 'the partnership date'),
} as const

/** The law on registered partnership was repealed from this day on. */
const repealed = '20120615'
const denmark = '5100'

const beforeTheRepeal: RuleSpec<'partnershipDate' | 'country'> = {
  id: 'law-window',
  layer: 'date',
  severity: 'warning',
  basis: 'sourced',
  fields: ['partnershipDate', 'country'],
  message: say(
    'Partnerskaber kan ikke indgås i Danmark siden 15-06-2012: angiv landet, hvis det er indgået i udlandet',
    'No partnership can be entered into in Denmark since 15-06-2012: give the country if it was entered into abroad',
  ),
  isRaised: ({ data }) =>
    ['', denmark].includes(textOf(data, 'country')) &&
    !isBefore(textOf(data, 'partnershipDate'), repealed),
}

const ofOneSex: RuleSpec<Partner> = {
  id: 'same-sex',
  layer: 'register',
  severity: 'warning',
  basis: 'sourced',
  fields: partners,
  message: say(
    'De to partnere er ikke registreret med samme køn',
    'The two partners are not registered with the same sex',
  ),
  isRaised: (facts) => {
    const [one, other] = [personIn(facts, couple.one), personIn(facts, couple.other)]
    return one !== undefined && other !== undefined && one.sex !== other.sex
  },
}

export const partnershipRules = [
  ...personRules({ field: couple.one, who: person, statuses: living }),
  ...personRules({ field: couple.other, who: partner.who, statuses: living, suffix: '-2' }),
  fmtDate(partnershipDate),
  noFuture(partnershipDate),
  latest(partnershipDate, {
    people: partners,
    entity: 'civilStatus',
    row: say('partnernes nuværende civilstand', 'the current civil status of either partner'),
  }),
  twoPersons(couple, { one: person, other: partner.who }),
  freeToMarry({ field: couple.one, who: person }),
  freeToMarry({ field: couple.other, who: partner.who, suffix: '-2' }),
  adult({
    fields: partners,
    who: say('begge partnere', 'both partners'),
    dateField: partnershipDate.field,
    date: partnershipDate.what,
  }),
  notRelated(couple, partner.who),
  beforeTheRepeal,
  ofOneSex,
]

/** A partnership ends in the same way by annulment and by dissolution. */
export const partnershipEndRules = partingRules({
  couple,
  other: partner,
  taken: living,
  statuses: ['P'],
  date: { field: 'endDate', what: say('virkningsdatoen', 'the end date') },
  authority: { field: 'deciding', what: say('den afgørende myndighed', 'the deciding authority') },
  decision: { field: 'decision', what: say('bevillingen eller dommen', 'the grant or judgment') },
})
