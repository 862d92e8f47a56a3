import { textOf } from '../case-data.ts'
import { addMonths, isAfter, isBefore, lastDayOf } from '../dates.ts'
import type { RuleSpec } from '../define-event.ts'
import { currentRow } from '../person-facts.ts'
import { say } from '../text.ts'
import { deathDateOf } from './death-facts.ts'
import { partingRules, spouse } from './parting-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

const denmark = '5100'
const monthsApart = 6

/** Two who agree need no separation: whoever builds on one asks alone. */
const groundOfSeparation: RuleSpec<'ground' | 'divorceDate'> = {
  id: 'ground-separation',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['ground', 'divorceDate'],
  message: say(
    'På grundlag af separation kræves en åben separation, der er 6 måneder gammel; er begge enige, er det grundlaget',
    'The ground of separation takes an open separation that is 6 months old; where both agree, that is the ground',
  ),
  isRaised: isAnyone(['personnummer'], (person, { data }) => {
    if (textOf(data, 'ground') !== 'SEPARATION') return false
    const separation = currentRow(person, 'separation')
    const day = lastDayOf(textOf(data, 'divorceDate'))
    return separation === undefined || isBefore(day, addMonths(separation.start, monthsApart))
  }),
}

const spouseDead: RuleSpec<'spousePersonnummer' | 'divorceDate'> = {
  id: 'spouse-dead',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['spousePersonnummer', 'divorceDate'],
  message: say(
    'Ægtefællen var død på skilsmissedatoen: personen er længstlevende, ikke skilt',
    'The spouse was dead on the divorce date: the person is widowed, not divorced',
  ),
  isRaised: isAnyone(['spousePersonnummer'], (person, { data }) => {
    const died = deathDateOf(person)
    return died !== null && isAfter(lastDayOf(textOf(data, 'divorceDate')), died)
  }),
}

const divorcedAbroad: RuleSpec<'country'> = {
  id: 'abroad',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['country'],
  message: say(
    'En skilsmisse i udlandet registreres først, når den er anerkendt i Danmark',
    'A divorce abroad is registered only after it was recognised in Denmark',
  ),
  isRaised: ({ data }) => !['', denmark].includes(textOf(data, 'country')),
}

export const divorceRules = [
  ...partingRules({
    couple: { one: 'personnummer', other: 'spousePersonnummer' },
    other: spouse,
    taken: living,
    statuses: ['G'],
    date: { field: 'divorceDate', what: say('skilsmissedatoen', 'the divorce date') },
    authority: {
      field: 'deciding',
      what: say('den afgørende myndighed', 'the deciding authority'),
    },
    decision: { field: 'decision', what: say('bevillingen eller dommen', 'the grant or judgment') },
  }),
  groundOfSeparation,
  spouseDead,
  divorcedAbroad,
]
