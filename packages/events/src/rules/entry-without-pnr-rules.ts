import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { currentRow } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { fmtDate, noFuture } from './date-rules.ts'
import { entryRules } from './entry-rules.ts'
import { fmtName, ofList } from './form-rules.ts'
import { noSamePerson } from './same-person-rules.ts'
import { personIn } from './subjects.ts'

const birthDate = { field: 'birthDate', what: say('fødselsdatoen', 'the birth date') } as const

const couples = ['G', 'P']

export function isInCouple({ data }: Pick<Facts, 'data'>): boolean {
  return couples.includes(textOf(data, 'civilStatus'))
}

export function wasEverMarried({ data }: Pick<Facts, 'data'>): boolean {
  return isGiven(data, 'civilStatus') && textOf(data, 'civilStatus') !== 'U'
}

const noFormerNumber = noSamePerson(
  'no-former-number',
  say(
    'En søgning finder nogen, der kan være samme person og allerede har et nummer (skat, ATP, tidligere bopæl): afvis hver enkelt, eller træk sagen tilbage og brug indrejse med personnummer eller genindrejse',
    'A search finds somebody who may be the same person and already holds a number (tax, ATP, earlier residence): turn down each one, or withdraw the case and use entry with personnummer or re-entry',
  ),
)

/** In a couple of that kind, from that day, with somebody who has no number: it may well mean the one who comes now. */
function isMarriedByName(spouse: PersonView, { data }: Facts): boolean {
  const row = currentRow(spouse, 'civilStatus')
  return (
    row !== undefined &&
    row.columns['civilStatus'] === textOf(data, 'civilStatus') &&
    (row.columns['spousePersonnummer'] ?? null) === null &&
    row.start === textOf(data, 'civilStatusDate')
  )
}

const spouseAgrees: RuleSpec<'spousePersonnummer' | 'civilStatus'> = {
  id: 'spouse-agrees',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['spousePersonnummer', 'civilStatus'],
  message: say(
    'Ægtefællen er ikke registreret som gift med personen fra den dag: en fri ægtefælle registreres nu som gift, og en, der er gift ved navn, beholder sin dato; er ægtefællen gift med en anden, afvises parret: angiv da ægtefællen ved navn. Skriv, hvordan ægtefællens civilstand rettes',
    'The spouse is not registered as married to this person from that day: a spouse who is free is now registered as married, one who is married by name keeps their date; where the spouse is married to somebody else the couple is refused: then give the spouse by name. Write how the spouse’s civil status is corrected',
  ),
  isRaised: (facts) => {
    const spouse = personIn(facts, 'spousePersonnummer')
    if (spouse === undefined || !isInCouple(facts)) return false
    return !isMarriedByName(spouse, facts)
  },
}

/** One that holds the task for another by agreement reports in that other's name. */
const ownMunicipality: RuleSpec<'municipalityCode' | 'authority'> = {
  id: 'own-municipality',
  layer: 'authority',
  severity: 'error',
  basis: 'sourced',
  fields: ['municipalityCode', 'authority'],
  message: say(
    'Myndigheden skal være tilflytningskommunen (eller den, hvis opgave varetages efter aftale)',
    'The authority must be the municipality moved to (or the one whose task is held by agreement)',
  ),
  isRaised: ({ data }) =>
    textOf(data, 'authority') !== textOf(data, 'municipalityCode').padStart(4, '0'),
}

export const entryWithoutPnrRules = [
  fmtDate(birthDate),
  noFuture(birthDate),
  ofList({ field: 'sex', what: say('kønnet', 'the sex') }, 'sex'),
  ofList(
    { field: 'citizenship', what: say('statsborgerretten', 'the citizenship'), suffix: '-2' },
    'countries',
  ),
  ofList(
    { field: 'civilStatus', what: say('civilstanden', 'the civil status'), suffix: '-3' },
    'civil-status',
  ),
  ofList(
    {
      field: 'churchRelation',
      what: say('folkekirkeforholdet', 'the church relation'),
      suffix: '-4',
    },
    'church',
  ),
  fmtName({ field: 'firstNames', what: say('fornavnene', 'the first names') }, 50),
  fmtName({ field: 'lastName', what: say('efternavnet', 'the surname'), suffix: '-2' }, 40),
  ...entryRules({ citizenship: 'form', suffixes: { date: '-2', country: '-5' } }),
  noFormerNumber,
  spouseAgrees,
  ownMunicipality,
]
