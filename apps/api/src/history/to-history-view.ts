import {
  authorityNameOf,
  isCurrent,
  type Documenters,
  type PersonView,
  type RegisterRow,
  type Text,
} from '@sagsgang/events'

import type { Actor } from '../engine/ports.ts'
import type { RowView } from '../plan-view.ts'
import { toRowView } from '../planning/row-views.ts'
import type { HistoryView } from '../register-view.ts'
import { contentOf } from './content.ts'
import type { DataType } from './data-types.ts'
import { foreignTo } from './foreign-fields.ts'
import { lateReportsOf, operationsOn } from './operations.ts'

export interface Seen {
  /** Null: not in the register. */
  readonly person: PersonView | null
  readonly documenterOf: Documenters
  readonly today: string
  /** Whether a reason was given. */
  readonly hasReason: boolean
}

/** Everything that a kind of data says and has said of somebody, and what this person may do about it. */
export function toHistoryView(dataType: DataType, actor: Actor, seen: Seen): HistoryView {
  const { person, documenterOf, today, hasReason } = seen
  const operations = lateReportsOf(dataType, actor)
  const late = operations.length === 0 ? null : (dataType.entities[0] ?? null)
  if (person === null) {
    return { found: false, protected: false, shown: true, rows: [], operations, late }
  }
  const isShown = !person.protected || hasReason
  const kept = person.rows.filter(({ entity }) => dataType.entities.includes(entity))
  const rows = kept.map((row) => ({
    ...(isShown ? toRowView(person.pnr, row) : withoutContent(person.pnr, row)),
    dataType: dataType.id,
    timestamp: row.timestamp,
    current: isCurrent(row, person),
    documentedBy: nameOfAuthority(documenterOf(row)),
    content: isShown && row.mark === null ? contentOf(dataType, row, person) : {},
    foreign: foreignTo(dataType, row),
    operations: operationsOn(dataType, actor, { person, row, today }),
  }))
  const replaced = person.validPnr === person.pnr ? {} : { validPnr: person.validPnr }
  const head = { found: true, protected: person.protected, shown: isShown, ...replaced }
  return { ...head, rows, operations, late }
}

/** When it held and whether it still does, and nothing of what it says. */
function withoutContent(pnr: string, row: RegisterRow): RowView {
  return toRowView(pnr, { ...row, columns: {} })
}

function nameOfAuthority(code: string | undefined): Text | null {
  return code === undefined ? null : authorityNameOf(code)
}
