import type { Entity } from '@sagsgang/events'

import { currentRows } from '../../rows.ts'
import type { Person, StoredRow } from '../../rows.ts'
import { given, whenPerson } from './check.ts'
import type { Check, Judged } from './check.ts'
import { notBeforeRow } from './dates.ts'

/** What must stand, or must not, for a row to be ended or begun. */

/** Which current rows a report means: columns by the wire code that names them. */
export interface Meant {
  readonly entity: Entity
  readonly by?: Readonly<Record<string, string>>
  /** The code that holds the time stamp of the very row. */
  readonly at?: string
}

function rowsMeant({ entity, by = {}, at }: Meant, person: Person, judged: Judged) {
  const fits = (row: StoredRow): boolean =>
    Object.entries(by).every(([column, code]) => row.columns[column] === given(judged, code))
  return currentRows(person, entity)
    .filter(fits)
    .filter(({ timestamp }) => at === undefined || timestamp === given(judged, at))
}

const fieldOf = ({ by = {}, at }: Meant): string => at ?? Object.values(by)[0] ?? 'PNR'

const isActive = (meant: Meant): Check =>
  whenPerson(
    'noActiveRow',
    fieldOf(meant),
    (person, judged) => rowsMeant(meant, person, judged).length === 0,
    'PNR',
  )

export const noneActive = (entity: Entity): Check =>
  whenPerson('activeRow', 'PNR', (person) => currentRows(person, entity).length > 0)

/** The end of a row that stands, on a day of its time. */
export const endsRow = (meant: Meant, field: string): Check => {
  const isThere = isActive(meant)
  const isAfter = notBeforeRow(field, (person, judged) => rowsMeant(meant, person, judged))
  return (judged) => {
    const missing = isThere(judged)
    return missing.length > 0 ? missing : isAfter(judged)
  }
}

/** A municipality changes its own rows only. */
export const isOwnRow = (meant: Meant): Check =>
  whenPerson(
    'notYourRow',
    fieldOf(meant),
    (person, judged) =>
      rowsMeant(meant, person, judged).some(({ columns }) => {
        const owner = columns['municipality']
        return owner != null && owner !== (given(judged, 'MYNKOD') || judged.authority)
      }),
    'PNR',
  )
