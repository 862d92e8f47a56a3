import { isGiven, isTrue, textOf } from '../case-data.ts'
import { nordicCountries } from '../code-lists/countries.ts'
import { isBefore, lastDayOf } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { personIn } from './subjects.ts'

/** Where an entry learns the citizenship: on the form of somebody new, or from the rows of somebody known. */
export type CitizenshipFrom = 'form' | 'register'

const citizenshipFrom: Readonly<Record<CitizenshipFrom, (facts: Facts) => string | null>> = {
  form: ({ data }) => textOf(data, 'citizenship') || null,
  register: (facts) => {
    const person = personIn(facts, 'personnummer')
    return person ? columnOf(person, 'citizenship', 'country') : null
  },
}

/** Not a Nordic citizen; false while the citizenship is not known. */
export function needsPermit(facts: Facts, source: CitizenshipFrom): boolean {
  const citizenship = citizenshipFrom[source](facts)
  return citizenship !== null && !nordicCountries.includes(citizenship)
}

const threeMonths: RuleSpec<'expectedStay'> = {
  id: 'three-months',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['expectedStay'],
  message: say(
    'Opholdet skal vare mere end 3 måneder, også for danske statsborgere: ved kortere ophold registreres ingen bopæl',
    'The stay must last more than 3 months, for Danish citizens too: a shorter stay is not registered',
  ),
  isRaised: ({ data }) => isGiven(data, 'expectedStay') && !isTrue(data, 'expectedStay'),
}

/** What a Nordic citizen alone can rest a stay on. */
const withoutPermit = ['DK', 'NORDIC']

function lawfulStay(source: CitizenshipFrom): RuleSpec<'stayBasis'> {
  return {
    id: 'lawful-stay',
    layer: 'cross-field',
    severity: 'error',
    basis: 'sourced',
    fields: ['stayBasis'],
    ...(source === 'register' && { readsRegister: true }),
    message: say(
      'Personen er ikke nordisk statsborger og skal vise opholdstilladelse, registreringsbevis eller andet bevis for ophold',
      'The person is not a Nordic citizen and must show a residence permit, a registration certificate or other proof of stay',
    ),
    isRaised: (facts) =>
      withoutPermit.includes(textOf(facts.data, 'stayBasis')) && needsPermit(facts, source),
  }
}

const permitDate: RuleSpec<'entryDate' | 'stayFrom'> = {
  id: 'permit-date',
  layer: 'date',
  severity: 'error',
  basis: 'sourced',
  fields: ['entryDate', 'stayFrom'],
  message: say(
    'Opholdstilladelsen er givet efter ankomsten: indrejsedatoen må ikke ligge før den',
    'The permit came after the arrival: the entry date must not lie before it',
  ),
  isRaised: ({ data }) => {
    const [entry, permit] = [textOf(data, 'entryDate'), textOf(data, 'stayFrom')]
    const isDated = entry !== '' && permit !== ''
    return isDated && textOf(data, 'stayBasis') === 'PERMIT' && isBefore(lastDayOf(entry), permit)
  },
}

/** Only who may stay, and means to, is registered. */
export function stayRules(source: CitizenshipFrom) {
  return [threeMonths, lawfulStay(source), permitDate]
}
