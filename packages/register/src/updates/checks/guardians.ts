import { ageOn } from '../../dates.ts'
import { birthDateOf } from '../../personnummer.ts'
import { objection } from '../../receipts.ts'
import { currentRows } from '../../rows.ts'
import { given, whenPerson } from './check.ts'
import type { Check } from './check.ts'

/** Who stands under guardianship, and who guards them. */

const kinds: readonly string[] = ['5-FINANCIAL', '5-PERSONAL', '6-FULL', '6-PART', '7-CO']

export const isGuardianshipKind: Check = (judged) =>
  kinds.includes(given(judged, 'VAERGETYP')) ? [] : [objection('outOfRange', 'VAERGETYP')]

/** A guardian is named by number, by name and address, or not at all. */
export const guardianFitsRelation: Check = (judged) => {
  const [pnr, name] = [given(judged, 'RELPNR'), given(judged, 'RELADRSAT')]
  switch (given(judged, 'RELTYP')) {
    case '00000':
      return pnr === '' ? [] : [objection('unknownField', 'RELPNR')]
    case '00001':
      return pnr === '' ? [objection('missingField', 'RELPNR')] : []
    case '00002':
      return name === '' ? [objection('missingField', 'RELADRSAT')] : []
    default:
      return [objection('outOfRange', 'RELTYP')]
  }
}

export const guardianIsFree: Check = whenPerson(
  'isWard',
  'RELPNR',
  (guardian) => currentRows(guardian, 'guardianship').length > 0,
)

/** Under guardianship, or a child over whom nobody holds authority. */
export const needsGuardian: Check = whenPerson('noWard', 'PNR', (person, { date }) => {
  const birthDate = birthDateOf(person.pnr)
  const isOrphan =
    birthDate !== null &&
    ageOn(birthDate, date) < 18 &&
    currentRows(person, 'parentalAuthority').length === 0
  return !isOrphan && currentRows(person, 'guardianship').length === 0
})
