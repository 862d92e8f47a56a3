import type { Fields, FieldValues, Role, Row, Table } from '@sagsgang/gctp'
import { developmentProfile, mainRole } from '@sagsgang/gctp'

import type { Store } from '../store.ts'

/** What a lookup says: roles to write, or the code of why not. */
export type Answer =
  | { readonly type: 'found'; readonly role: Role }
  | { readonly type: 'refused'; readonly code: number; readonly field: string | null }

export interface Question {
  readonly store: Store
  readonly service: string
  readonly keys: Fields
}

export type LookUp = (question: Question) => Answer

export type Refused = Extract<Answer, { type: 'refused' }>

export const refuse = (code: number, field: string | null = null): Refused => ({
  type: 'refused',
  code,
  field,
})

export const found = (role: Partial<Role>): Answer => ({
  type: 'found',
  role: { name: mainRole, fields: {}, blocks: {}, tables: [], ...role },
})

export const tableOf = (name: string, rows: readonly FieldValues[]): Table => ({
  name,
  total: null,
  rows: rows.map((fields, place): Row => ({ key: rowKey(place), use: null, fields })),
})

const rowKey = (place: number): string => `${String(place + 1).padStart(4, '0')}A1`

const defaultRows = 20

/** The place after the restart key; null when nobody handed that key out. */
function startOf(restart: string, count: number): number | null {
  if (restart === '') return 0
  const place = Number(/^(\d{4,9})A1$/.exec(restart)?.[1] ?? '0')
  return place > 0 && place < count && rowKey(place - 1) === restart ? place : null
}

/** What a list is written from: only the rows of a page are. */
export interface List<T> {
  readonly name: string
  readonly items: readonly T[]
  readonly write: (item: T) => FieldValues
}

/** The rows wanted at a time, from the restart key on; the key of the rest when there is more. */
export function page<T>({ name, items, write }: List<T>, keys: Fields): Answer {
  const wanted = Number(keys['MAXA'] ?? '') || defaultRows
  const start = startOf(keys['REST'] ?? '', items.length)
  // From the top again a client would never come to an end.
  if (start === null) return refuse(developmentProfile.codes.ruleBroken, 'REST')
  const end = Math.min(start + wanted, items.length)
  const rows = items
    .slice(start, end)
    .map((item, index): Row => ({ key: rowKey(start + index), use: null, fields: write(item) }))
  const total = keys['AIA'] === 'X' ? items.length : null
  return found({
    fields: end < items.length ? { REST: { value: rowKey(end - 1) } } : {},
    tables: [{ name, total, rows }],
  })
}
