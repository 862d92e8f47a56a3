import { textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { isAdultOn } from './age-rules.ts'

/** Only somebody under age has holders of parental authority. */
export function isUnderAge(person: string, { data, view }: Facts): boolean {
  const seen = view.people[person]
  const day = textOf(data, 'grantDate')
  return seen ? day !== '' && !isAdultOn(seen, day) : false
}
