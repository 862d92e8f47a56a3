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

export const refuse = (code: number, field: string | null = null): Answer => ({
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
function startOf({ rows }: Table, restart: string): number | null {
  if (restart === '') return 0
  const place = rows.findIndex(({ key }) => key === restart)
  return place === -1 ? null : place + 1
}

/** The rows wanted at a time, from the restart key on; the key of the rest when there is more. */
export function page(table: Table, keys: Fields): Answer {
  const wanted = Number(keys['MAXA'] ?? '') || defaultRows
  const start = startOf(table, keys['REST'] ?? '')
  // From the top again a client would never come to an end.
  if (start === null) return refuse(developmentProfile.codes.ruleBroken, 'REST')
  const rows = table.rows.slice(start, start + wanted)
  const last = rows.at(-1)?.key
  const hasMore = start + wanted < table.rows.length
  const total = keys['AIA'] === 'X' ? table.rows.length : null
  return found({
    fields: hasMore && last != null ? { REST: { value: last } } : {},
    tables: [{ ...table, rows, total }],
  })
}
