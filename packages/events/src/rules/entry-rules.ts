import { isGiven, textOf } from '../case-data.ts'
import { denmark, nordicCountries } from '../code-lists/countries.ts'
import { isAfter } from '../dates.ts'
import type { RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import { fmtDate, late, noFuture } from './date-rules.ts'
import { declared } from './declared-rules.ts'
import { documented, fmtLines, fmtNumbers, ofList } from './form-rules.ts'
import { othersThere, road } from './move-address-rules.ts'
import { stayRules } from './stay-rules.ts'
import type { CitizenshipFrom } from './stay-rules.ts'

export const entryDate = {
  field: 'entryDate',
  what: say('indrejsedatoen', 'the entry date'),
} as const

const notInAdvance: RuleSpec<'entryDate'> = {
  id: 'not-in-advance',
  layer: 'date',
  severity: 'error',
  basis: 'sourced',
  fields: ['entryDate'],
  message: say(
    'En indrejse registreres aldrig på forhånd: personen skal være rejst ind',
    'An entry is never registered in advance: the person must have entered',
  ),
  isRaised: ({ data, today }) =>
    isGiven(data, 'entryDate') && isAfter(textOf(data, 'entryDate'), today),
}

const home = declared(
  'home',
  say(
    'Bekræft, at personen har en bolig eller et fast opholdssted',
    'Confirm that the person has a home or a fixed place of stay',
  ),
  { basis: 'sourced' },
)

/** Nordic registers tell each other who moves between them. */
export function isOtherNordic(country: string): boolean {
  return country !== denmark && nordicCountries.includes(country)
}

const nordic: RuleSpec<'entryCountry'> = {
  id: 'nordic',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['entryCountry'],
  message: say(
    'Personen kommer fra et nordisk land: det andet register skal have besked, og kun ét nordisk land kan have bopælen',
    'The person comes from a Nordic country: the other register must be told, and only one Nordic country may hold the residence',
  ),
  isRaised: ({ data }) => isOtherNordic(textOf(data, 'entryCountry')),
}

const host: RuleSpec<'streetCode' | 'houseNumber'> = {
  id: 'host',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['streetCode', 'houseNumber'],
  message: say(
    'Andre er registreret på adressen: bed logiværten bekræfte',
    'Others are registered at the address: ask the host to confirm',
  ),
  isRaised: (facts) => othersThere(facts).length > 0,
}

/** What holds for everybody who comes to live here, under whatever number. */
export function entryRules(detail: {
  readonly citizenship: CitizenshipFrom
  /** Tells the entry date's rules and the country's from those of the form's other fields. */
  readonly suffixes?: { readonly date: string; readonly country: string }
}) {
  const { citizenship, suffixes = { date: '', country: '' } } = detail
  const dated = { ...entryDate, suffix: suffixes.date }
  return [
    fmtDate(dated),
    noFuture(dated),
    late(entryDate, 'entry-5-days'),
    ofList(
      {
        field: 'entryCountry',
        what: say('indrejselandet', 'the entry country'),
        suffix: suffixes.country,
      },
      'countries',
    ),
    fmtNumbers(
      ['municipalityCode', 'streetCode'],
      say('kommunekoden og vejkoden', 'the municipality code and the road code'),
    ),
    road,
    fmtLines({
      field: 'lastForeignAddress',
      what: say('den seneste adresse i udlandet', 'the last foreign address'),
    }),
    documented('documentation', say('det dokument', 'the document')),
    notInAdvance,
    ...stayRules(citizenship),
    home,
    nordic,
    host,
  ]
}
