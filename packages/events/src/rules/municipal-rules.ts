import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { currentRows } from '../person-facts.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { toNoteNumber } from '../wire/wire-format.ts'
import { fmtDate, inOrder, noFuture } from './date-rules.ts'
import { declared } from './declared-rules.ts'
import { fmtNumbers, fmtText, ofList } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { ownMunicipality } from './residence-rules.ts'
import { isAnyone } from './subjects.ts'

const subject = {
  field: 'personnummer',
  who: say('personen', 'the person'),
  statuses: living,
} as const
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const
const endDate = { field: 'endDate', what: say('slutdatoen', 'the end date') } as const

/** Which rows a report would write over: those of its key. */
interface Keyed {
  readonly entity: Entity
  readonly isOfKey: (row: RegisterRow, facts: Facts) => boolean
}

function rowsOfKey({ entity, isOfKey }: Keyed, isMeant: (row: RegisterRow) => boolean) {
  return isAnyone(['personnummer'], (person, facts) =>
    currentRows(person, entity).some((row) => isOfKey(row, facts) && isMeant(row)),
  )
}

function ownRow(keyed: Keyed, message: Text): RuleSpec<'municipality' | 'authority'> {
  return {
    id: 'own-row',
    layer: 'authority',
    severity: 'error',
    basis: 'modelled',
    fields: ['municipality', 'authority'],
    message,
    isRaised: (facts) => {
      const own = textOf(facts.data, 'authority')
      const named = textOf(facts.data, 'municipality').padStart(4, '0')
      const isOfAnother = ({ columns: { municipality = null } }: RegisterRow): boolean =>
        municipality !== null && municipality !== own
      const isForAnother = isGiven(facts.data, 'municipality') && named !== own
      return isForAnother || rowsOfKey(keyed, isOfAnother)(facts)
    },
  }
}

const conditions: Keyed = {
  entity: 'municipalCondition',
  isOfKey: ({ columns }, { data }) =>
    columns['conditionType'] === textOf(data, 'conditionType') &&
    columns['conditionCode'] === textOf(data, 'conditionCode').trimEnd(),
}

const duplicate: RuleSpec<'conditionType' | 'conditionCode'> = {
  id: 'duplicate',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['conditionType', 'conditionCode'],
  message: say(
    'Personen har allerede et åbent forhold af samme type og kode: det nye træder i stedet',
    'The person has an open condition of the same type and code: the new one takes its place',
  ),
  isRaised: rowsOfKey(conditions, () => true),
}

export const municipalConditionRules = [
  ...personRules(subject),
  ownMunicipality,
  ofList(
    { field: 'conditionType', what: say('forholdstypen', 'the condition type') },
    'municipal-condition-types',
  ),
  fmtNumbers(['municipality'], say('kommunekoden', 'the municipality code')),
  fmtDate(startDate),
  noFuture(startDate),
  inOrder(startDate, endDate),
  fmtText({ field: 'comment', what: say('bemærkningen', 'the comment') }, 30),
  ownRow(
    conditions,
    say(
      'En kommune ser og ændrer kun sine egne forhold: rækken hører til en anden kommune',
      'A municipality sees and changes only its own rows: this one belongs to another',
    ),
  ),
  duplicate,
]

const notes: Keyed = {
  entity: 'note',
  isOfKey: ({ columns }, { data }) =>
    columns['noteNumber'] === toNoteNumber(textOf(data, 'noteNumber')),
}

export const municipalNoteRules = [
  ...personRules(subject),
  ownMunicipality,
  fmtNumbers(['noteNumber'], say('notatnummeret', 'the note number'), 2),
  fmtText({ field: 'noteText', what: say('notatet', 'the note') }, 40),
  fmtDate(startDate),
  inOrder(startDate, endDate),
  ownRow(
    notes,
    say(
      'En kommune ser og ændrer kun sine egne notater: nummeret er brugt af en anden kommune',
      'A municipality sees and changes only its own notes: the number is used by another',
    ),
  ),
  declared(
    'personal-data',
    say(
      'Bekræft, at notatet ikke indeholder følsomme oplysninger',
      'Confirm that no sensitive data are written in the note',
    ),
    { basis: 'modelled', severity: 'warning', fields: ['noteText'] },
  ),
]
