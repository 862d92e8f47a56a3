import { objection } from '../../receipts.ts'
import type { Objection, RulingName } from '../../receipts.ts'
import type { Person } from '../../rows.ts'
import type { Store } from '../../store.ts'
import type { Item } from '../parties.ts'

/** What a report looks like to a check: wire fields, keys included, and the day it counts from. */
export interface Judged {
  readonly fields: Readonly<Record<string, string>>
  readonly holders: readonly Item[]
  readonly date: string
  readonly today: string
  readonly authority: string
  readonly people: Pick<Store, 'find' | 'all'>
}

export type Check = (judged: Judged) => readonly Objection[]

export const given = ({ fields }: Judged, code: string): string => (fields[code] ?? '').trim()

/** The person a field names; undefined for nobody and for the unknown person. */
export const named = (judged: Judged, code: string): Person | undefined =>
  judged.people.find(given(judged, code))

export const when =
  (ruling: RulingName, field: string, is: (judged: Judged) => boolean): Check =>
  (judged) =>
    is(judged) ? [objection(ruling, field)] : []

/** Refused for what the person named by a field is; nobody to look at is nothing to refuse. */
export const whenPerson = (
  ruling: RulingName,
  field: string,
  is: (person: Person, judged: Judged) => boolean,
  code = field,
): Check =>
  when(ruling, field, (judged) => {
    const person = named(judged, code)
    return person !== undefined && is(person, judged)
  })

/** Only where a field is filled in. */
export const ifGiven =
  (code: string, ...checks: readonly Check[]): Check =>
  (judged) =>
    given(judged, code) === '' ? [] : checks.flatMap((check) => check(judged))
