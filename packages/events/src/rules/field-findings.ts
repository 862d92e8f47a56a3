import { isGiven, isTrue, listOf, textOf } from '../case-data.ts'
import type { FieldData, Holder } from '../case-data.ts'
import { authorityTypeOf } from '../code-lists/authorities.ts'
import { isCodeOf } from '../code-lists/code-lists.ts'
import type { EventDefinition, Facts, Finding } from '../define-event.ts'
import type { Field, FieldType } from '../fields.ts'
import { isPnr, unknownPnr } from '../pnr.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { isWrittenDate } from './date-rules.ts'
import { fitsAddress, isRegisterText } from './register-text.ts'

/** What must be filled in, as far as it can be known at this stage. */
export function missingFields(
  definition: EventDefinition,
  facts: Facts,
  stage: 'form' | 'register',
): readonly Finding[] {
  return definition.fields
    .filter((field) => isNeeded(field, facts, stage) && !isGiven(facts.data, field.name))
    .map((field) => ({
      rule: `${definition.id}.required.${field.name}`,
      severity: 'error',
      fields: [field.name],
      message: say(`${field.label.da} skal udfyldes`, `${field.label.en} is required`),
    }))
}

/** What a lookup may still show to be needed is asked again then; what the form shows already stops there. */
function isNeeded(field: Field, facts: Facts, stage: 'form' | 'register'): boolean {
  const { required, requiredWhen } = field
  const holds = requiredWhen?.holds?.(facts) ?? false
  return stage === 'form' ? required || holds : holds && requiredWhen?.readsRegister === true
}

type Judge = (field: Field, facts: Facts) => boolean

const anything: Judge = () => true
const isText: Judge = ({ name, length }, { data }) => {
  const text = textOf(data, name)
  return isRegisterText(text) && (length === undefined || text.length <= length)
}
const isCode: Judge = ({ name, codeList = '' }, { data }) => isCodeOf(codeList, textOf(data, name))

function areHolders(value: FieldData | undefined, codeList: string): boolean {
  return typeof value === 'object' && [...value].every((item) => isHolder(item, codeList))
}

function isHolder(item: string | Holder, codeList: string): boolean {
  if (typeof item === 'string') return false
  const { relation, personnummer = '' } = item
  return isCodeOf(codeList, relation) && (personnummer === '' || isPnr(personnummer))
}

/** Whether a value that is given can be of its type at all. */
const judges: Readonly<Record<FieldType, Judge>> = {
  pnr: ({ name, unknownAllowed }, { data }) =>
    isPnr(textOf(data, name)) || (unknownAllowed && textOf(data, name) === unknownPnr),
  pnrList: ({ name }, { data }) => listOf(data, name).every(isPnr),
  holderList: ({ name, codeList = '' }, { data }) => areHolders(data[name], codeList),
  date: ({ name }, { data }) => isWrittenDate(textOf(data, name), isTrue(data, 'dateUncertain')),
  time: ({ name }, { data }) => /^([01]\d|2[0-3])[0-5]\d$/.test(textOf(data, name)),
  flag: anything,
  code: isCode,
  authority: ({ name }, { data }) => authorityTypeOf(textOf(data, name)) !== null,
  country: isCode,
  number: ({ name, length = 0 }, { data }) =>
    /^\d+$/.test(textOf(data, name)) && textOf(data, name).length <= length,
  name: isText,
  text: isText,
  lines: ({ name }, { data }) =>
    fitsAddress(listOf(data, name)) && listOf(data, name).every(isRegisterText),
  reference: ({ name }, { data }) => /^\d{20}$/.test(textOf(data, name)),
}

const faults: Readonly<Record<FieldType, Text>> = {
  pnr: say('er ikke et personnummer', 'is not a personnummer'),
  pnrList: say(
    'har et nummer, der ikke er et personnummer',
    'has a number that is not a personnummer',
  ),
  holderList: say(
    'har en relation, der ikke kendes, eller et nummer, der ikke er et personnummer',
    'has a relation that is not known or a number that is not a personnummer',
  ),
  date: say('er ikke en dato skrevet ÅÅÅÅMMDD', 'is not a date written YYYYMMDD'),
  time: say('er ikke et klokkeslæt skrevet TTMM', 'is not a time written HHMM'),
  flag: say('er ikke ja eller nej', 'is neither yes nor no'),
  code: say('er ikke en kendt kode', 'is not a known code'),
  authority: say('er ikke en kendt myndighedskode', 'is not a known authority code'),
  country: say('er ikke en kendt landekode', 'is not a known country code'),
  number: say('er ikke et tal eller er for langt', 'is not a number or is too long'),
  name: say(
    'er for langt eller har tegn, CPR ikke kan modtage',
    'is too long or has characters that CPR cannot take',
  ),
  text: say(
    'er for langt eller har tegn, CPR ikke kan modtage',
    'is too long or has characters that CPR cannot take',
  ),
  lines: say('må højst være fem linjer à 34 tegn', 'must be at most five lines of 34 characters'),
  reference: say('er ikke et tidsstempel på 20 cifre', 'is not a time stamp of 20 digits'),
}

/** A value that cannot be of its field's type, where no rule of the event speaks of that already. */
export function malformedFields(definition: EventDefinition, facts: Facts): readonly Finding[] {
  const judged = new Set(
    definition.rules.filter(({ layer }) => layer === 'syntactic').flatMap(({ fields }) => fields),
  )
  return definition.fields
    .filter((field) => !judged.has(field.name) && isGiven(facts.data, field.name))
    .filter((field) => !judges[field.type](field, facts))
    .map((field) => ({
      rule: `${definition.id}.format.${field.name}`,
      severity: 'error',
      fields: [field.name],
      message: say(
        `${field.label.da} ${faults[field.type].da}`,
        `${field.label.en} ${faults[field.type].en}`,
      ),
    }))
}
