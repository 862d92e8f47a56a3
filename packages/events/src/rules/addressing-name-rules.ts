import { addressingNameLength } from '../addressing-name.ts'
import { textOf } from '../case-data.ts'
import type { RuleSpec } from '../define-event.ts'
import { columnOf, currentRow } from '../person-facts.ts'
import { say } from '../text.ts'
import { fmtDate, latest, noFuture } from './date-rules.ts'
import { fmtAddressingName } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

const person = say('personen', 'the person')
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const

const length: RuleSpec<'addressingName'> = {
  id: 'length',
  layer: 'syntactic',
  severity: 'error',
  basis: 'sourced',
  fields: ['addressingName'],
  message: say(
    'Adresseringsnavnet må højst have 34 tegn',
    'The addressing name may have at most 34 characters',
  ),
  isRaised: ({ data }) => textOf(data, 'addressingName').length > addressingNameLength,
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[ ,-]+/)
    .filter((word) => word !== '')
}

/** In full, or shortened to its first letters. */
function isPartOf(words: readonly string[], name: readonly string[]): boolean {
  return words.some((word) => name.some((part) => part.startsWith(word)))
}

const parts: RuleSpec<'addressingName'> = {
  id: 'parts',
  layer: 'cross-field',
  severity: 'error',
  basis: 'inferred',
  fields: ['addressingName'],
  readsRegister: true,
  message: say(
    'Efternavnet og mindst ét fornavn, helt eller forkortet, skal indgå i adresseringsnavnet',
    'The surname and at least one first name, in full or shortened, must be part of the addressing name',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const name = currentRow(subject, 'name')?.columns
    const words = wordsOf(textOf(data, 'addressingName'))
    if (!name) return false
    const [first, last] = [wordsOf(name['firstNames'] ?? ''), wordsOf(name['lastName'] ?? '')]
    return !(isPartOf(words, first) && isPartOf(words, last))
  }),
}

const sameAddressingName: RuleSpec<'addressingName'> = {
  id: 'same2',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['addressingName'],
  message: say(
    'Adresseringsnavnet er det, der allerede bruges',
    'The addressing name is the one already in use',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const used = columnOf(subject, 'addressingName', 'addressingName') ?? subject.addressingName
    return used === textOf(data, 'addressingName')
  }),
}

export const addressingNameRules = [
  ...personRules({
    field: 'personnummer',
    who: person,
    statuses: living,
  }),
  fmtDate(startDate),
  noFuture(startDate),
  fmtAddressingName({
    field: 'addressingName',
    what: say('adresseringsnavnet', 'the addressing name'),
  }),
  latest(startDate, {
    people: ['personnummer'],
    entity: 'name',
    row: say('det nuværende navn', 'the current name'),
  }),
  length,
  parts,
  sameAddressingName,
]
