import { homeOf } from '../addresses.ts'
import { textOf } from '../case-data.ts'
import { ageOn } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity } from '../entities.ts'
import { currentRow, kinOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { fmtDate, latest, noFuture } from './date-rules.ts'
import { declared } from './declared-rules.ts'
import { documented } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { resident } from './person-statuses.ts'
import { ownMunicipality } from './residence-rules.ts'
import { isAnyone } from './subjects.ts'

const disappearanceDate = {
  field: 'disappearanceDate',
  what: say('forsvindingsdatoen', 'the disappearance date'),
} as const

const searched = declared(
  'searched',
  say(
    'Bekræft, at der er foretaget en undersøgelse efter § 10, og at den er skrevet ned',
    'Confirm that an examination under section 10 has been made and written down',
  ),
  { basis: 'modelled' },
)

/** Registered where the one who is gone was. */
export function livedWith(pnr: string, { data, view }: Facts): boolean {
  const home = homeOf(view.people[textOf(data, 'personnummer')])
  return home !== null && homeOf(view.people[pnr]) === home
}

function childrenOf(person: PersonView, { data, view }: Facts): readonly PersonView[] {
  const day = textOf(data, 'disappearanceDate')
  return kinOf(person, 'child')
    .flatMap((pnr) => view.people[pnr] ?? [])
    .filter(({ birthDate }) => day !== '' && ageOn(birthDate, day) < 18)
}

const childrenLeft: RuleSpec<'personnummer'> = {
  id: 'children',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Børn under 18 bor på adressen: tag først stilling til deres adresser',
    'Children under 18 live at the address: deal with their addresses first',
  ),
  isRaised: isAnyone(['personnummer'], (person, facts) =>
    childrenOf(person, facts).some(({ pnr }) => livedWith(pnr, facts)),
  ),
}

const ending: readonly Entity[] = ['sharedResidence', 'relocationOrder', 'supplementaryAddress']

const endsToo: RuleSpec<'personnummer'> = {
  id: 'shared',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Delt bopæl, flyttepåbud eller supplerende adresse ophører med forsvindingen',
    'Shared residence, a relocation order or a supplementary address will end',
  ),
  isRaised: isAnyone(
    ['personnummer'],
    (person, facts) =>
      ending.some((entity) => currentRow(person, entity) !== undefined) ||
      childrenOf(person, facts).some((child) => currentRow(child, 'sharedResidence') !== undefined),
  ),
}

export const disappearanceRules = [
  ...personRules({
    field: 'personnummer',
    who: say('personen', 'the person'),
    statuses: resident,
  }),
  ownMunicipality,
  fmtDate(disappearanceDate),
  noFuture(disappearanceDate),
  latest(disappearanceDate, {
    people: ['personnummer'],
    entity: 'address',
    row: say('den nuværende adresse', 'the current address'),
  }),
  documented('investigation', say('den undersøgelse', 'the examination')),
  searched,
  childrenLeft,
  endsToo,
]
