import { textOf } from '../case-data.ts'
import type { RuleSpec } from '../define-event.ts'
import { currentRow } from '../person-facts.ts'
import { say } from '../text.ts'
import { fmtDate, latest, noFuture } from './date-rules.ts'
import { road } from './move-address-rules.ts'
import { personRules } from './person-rules.ts'
import { isAnyone } from './subjects.ts'

const reappearanceDate = {
  field: 'reappearanceDate',
  what: say('genfindingsdatoen', 'the reappearance date'),
} as const

const openRow: RuleSpec<'personnummer'> = {
  id: 'open-row',
  layer: 'register',
  severity: 'error',
  basis: 'inferred',
  fields: ['personnummer'],
  message: say(
    'Personen har ingen åben forsvinding: kun en forsvunden kan genfindes',
    'The person has no open disappearance: only somebody who is gone can reappear',
  ),
  isRaised: isAnyone(
    ['personnummer'],
    (person) => currentRow(person, 'disappearance') === undefined,
  ),
}

const foundDead: RuleSpec<'foundAs'> = {
  id: 'found-dead',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['foundAs'],
  message: say(
    'Er personen fundet død, registreres dødsfaldet i stedet; er personen fundet i udlandet, følger udrejsen med den kendte dato',
    'Found dead: register the death instead; found abroad: the departure follows with the date known',
  ),
  isRaised: ({ data }) => textOf(data, 'foundAs') === 'DEAD',
}

export const reappearanceRules = [
  ...personRules({ field: 'personnummer', who: say('personen', 'the person'), statuses: ['70'] }),
  fmtDate(reappearanceDate),
  noFuture(reappearanceDate),
  latest(reappearanceDate, {
    people: ['personnummer'],
    entity: 'disappearance',
    row: say('forsvindingen', 'the disappearance'),
  }),
  road,
  openRow,
  foundDead,
]
