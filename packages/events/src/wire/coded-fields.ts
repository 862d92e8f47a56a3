import type { FormatName } from '@sagsgang/gctp'

import { catalogue } from '../catalogue.ts'
import { authorityNameOf, authorityTypeOf, authorityTypes } from '../code-lists/authorities.ts'
import type { Code } from '../code-lists/code-list.ts'
import { optionsOf } from '../code-lists/code-lists.ts'
import { updateCodes } from '../code-lists/update-codes.ts'
import { maintenanceCatalogue } from '../maintenance/maintenance-catalogue.ts'
import type { Text } from '../text.ts'

/** A field of the wire: what its values mean in words, in both languages. */
interface CodedField {
  readonly code: string
  readonly format: FormatName
}

const listOfFormat: Partial<Record<FormatName, string>> = {
  afledt2: 'derived-marks',
  akm1: 'correction-marks',
  beskyt5: 'protection-types',
  civst1: 'civil-status',
  fkirk1: 'church',
  koen1: 'sex',
  land4: 'countries',
  status2: 'person-status',
  usm1: 'uncertainty',
}

/** Fields whose format many kinds of codes share. */
const listOfField: Readonly<Record<string, string>> = {
  CFMY_RELTYP: 'custody',
  CFMY_RELTYPA: 'custody',
  CFMY_RELTYPB: 'custody',
  CKOM_TYP: 'municipal-condition-types',
  CUMY_ART: 'guardianship-kinds',
  CUMY_RELTYP: 'guardian-relations',
  CVAL_VALGKODE: 'election-codes',
  DELTBOP_AFTALE: 'shared-residence-kinds',
  VALGKODE: 'election-codes',
}

/** Codes of updates: the public names first, then those of the events that write them. */
const updates: readonly Code[] = [
  ...updateCodes,
  ...[...catalogue, ...maintenanceCatalogue].flatMap(({ eventCodes, name }) =>
    eventCodes.map((code) => ({ code, name })),
  ),
].filter(({ code }, place, all) => all.findIndex((one) => one.code === code) === place)

/** Every code that a field may hold; undefined where it holds none. */
export function codesOfField({ code, format }: CodedField): readonly Code[] | undefined {
  if (code === 'MYNTYP') return authorityTypes
  if (format === 'haend3') return updates
  if (format === 'myn4' || format === 'kom4') return optionsOf({ codeList: 'authorities' })
  const codeList = listOfField[code] ?? listOfFormat[format]
  return codeList === undefined ? undefined : optionsOf({ codeList })
}

/** What a value of a field means; undefined where it is no code, or one that nobody knows. */
export function meaningOf(field: CodedField, value: string): Text | undefined {
  const wanted = value.trim()
  const hit = codesOfField(field)?.find(({ code }) => code === wanted)
  if (hit !== undefined) return hit.name
  const isAuthority = field.format === 'myn4' || field.format === 'kom4'
  return isAuthority && authorityTypeOf(wanted) !== null ? authorityNameOf(wanted) : undefined
}
