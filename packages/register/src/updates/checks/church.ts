import { column } from '../../rows.ts'
import { whenPerson } from './check.ts'
import type { Check } from './check.ts'

/** Only a member can leave. */
export const isMember: Check = whenPerson(
  'noActiveRow',
  'PNR',
  (person) => column(person, 'church', 'churchRelation') !== 'F',
)
