import { given, when } from './check.ts'
import type { Check } from './check.ts'

/** Protection from research is read, and given to nobody any longer. */
const closedType = '00004'

export const protectionIsOpen: Check = when(
  'closedType',
  'BESKYTTYP',
  (judged) => given(judged, 'BESKYTTYP') === closedType,
)
