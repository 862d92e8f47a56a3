import { textOf } from '../case-data.ts'
import { authorityTypeOf } from '../code-lists/authorities.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { fmtDate, noFuture } from './date-rules.ts'
import { declared } from './declared-rules.ts'
import { documented, fmtLines, fmtName, ofList } from './form-rules.ts'
import { noSamePerson } from './same-person-rules.ts'

const birthDate = { field: 'birthDate', what: say('fødselsdatoen', 'the birth date') } as const

const notResident = declared(
  'not-resident',
  say(
    'Bekræft, at personen ikke skal have bopæl her; ellers bruges indrejse uden personnummer',
    'Confirm that the person is not to be registered as resident; otherwise use entry without personnummer',
  ),
  { basis: 'sourced' },
)

const noDuplicate = noSamePerson(
  'no-duplicate',
  say(
    'En søgning på fødselsdato og køn finder nogen, der kan være samme person: afvis hver enkelt, eller træk sagen tilbage og brug det nummer, der findes',
    'A search on birth date and sex finds somebody who may be the same person: turn down each one, or withdraw the case and use the number that is there',
  ),
)

/** The issuer itself, or somebody with full access. */
function mayIssue(authority: string, municipality: string): boolean {
  return authority === municipality || authorityTypeOf(authority) === '39'
}

/** Each kind of number belongs to a fictive municipality, and only its authority gives it. */
function issuer(municipality: string): RuleSpec<'authority'> {
  return {
    id: 'issuer',
    layer: 'authority',
    severity: 'error',
    basis: 'inferred',
    fields: ['authority'],
    message: say(
      `Kun myndigheden bag den fiktive kommune ${municipality} (eller CPR-kontoret) kan tildele numre til dette formål`,
      `Only the authority behind the fictive municipality ${municipality} (or the CPR office) can assign numbers for this purpose`,
    ),
    isRaised: ({ data, authority }: Facts) =>
      [textOf(data, 'authority'), authority].some((code) => !mayIssue(code, municipality)),
  }
}

/** `purpose` says what the number is for. */
export function numberAssignmentRules(municipality: string, purpose: Text) {
  return [
    fmtDate(birthDate),
    noFuture(birthDate),
    ofList({ field: 'sex', what: say('kønnet', 'the sex') }, 'sex'),
    ofList(
      { field: 'citizenship', what: say('statsborgerretten', 'the citizenship'), suffix: '-2' },
      'countries',
    ),
    fmtName({ field: 'firstNames', what: say('fornavnene', 'the first names') }, 50),
    fmtName({ field: 'lastName', what: say('efternavnet', 'the surname'), suffix: '-2' }, 40),
    fmtLines({ field: 'foreignAddress', what: say('udlandsadressen', 'the foreign address') }),
    documented(
      'documentation',
      say('det pas eller identitetskort', 'the passport or identity card'),
    ),
    noDuplicate,
    notResident,
    issuer(municipality),
    declared('purpose', purpose, { basis: 'sourced' }),
  ]
}
