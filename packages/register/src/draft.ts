import type { Entity, Mark } from '@sagsgang/events'

import { chainOf, isCurrent } from './rows.ts'
import type { Columns, People, Person, StoredRow } from './rows.ts'
import { createSheet } from './sheet.ts'
import type { Pointed, RowChange, Told } from './sheet.ts'

/** Who writes, under which code and at what time: the same for every row of a save. */
export interface Author {
  readonly save: number
  readonly code: string | null
  readonly authority: string
  /** The day of the save, YYYYMMDD: an end after it lies ahead. */
  readonly today: string
}

export interface NewRow {
  readonly entity: Entity
  readonly columns: Columns
  readonly start: string
  readonly startUncertain?: boolean
  readonly end?: string | null
  readonly mark?: Mark | null
  readonly derivedMark?: string | null
}

/** A set of changes that are stored together or not at all. */
export interface Draft extends People {
  /** The number of the save that it becomes. */
  readonly save: number
  create(pnr: string): void
  append(pnr: string, row: NewRow): StoredRow
  /** Ends the current rows of the same chain, then appends. */
  replace(pnr: string, row: NewRow): StoredRow
  change(pnr: string, row: StoredRow, to: Partial<StoredRow>): StoredRow
  /** Writes a row over: it keeps its place and gets a key of its own. */
  rewrite(
    pnr: string,
    row: StoredRow,
    to: Pick<StoredRow, 'columns' | 'start' | 'end' | 'derivedMark'>,
  ): StoredRow
  /** Puts a row back exactly as it was: not even that it was touched is left. */
  restore(pnr: string, row: StoredRow): void
  redirect(pnr: string, validPnr: string): void
  /** All rows go over to another number, each with its own key and its own past. */
  move(from: string, to: string): void
  /** Leaves a line in the stream of updates of somebody whose rows stay as they are. */
  tell(pnr: string, derivedMark: string | null): void
  changes(): readonly RowChange[]
  /** What the redirected numbers pointed at before. */
  pointed(): readonly Pointed[]
  told(): readonly Told[]
  people(): readonly Person[]
}

interface Numbering {
  nextRow(): number
  stamp(): string
}

const newRow = (row: NewRow, author: Author, numbering: Numbering): StoredRow => ({
  id: numbering.nextRow(),
  entity: row.entity,
  columns: row.columns,
  start: row.start,
  startUncertain: row.startUncertain ?? false,
  end: row.end ?? null,
  endsAhead: false,
  mark: row.mark ?? null,
  timestamp: numbering.stamp(),
  save: author.save,
  touched: author.save,
  code: author.code,
  derivedMark: row.derivedMark ?? null,
  authority: author.authority,
})

/** A row whose place is taken ends that day, unless it was to end before. */
export const endBy = (row: StoredRow, day: string): string => {
  const end = day < row.start ? row.start : day
  return row.end !== null && row.end < end ? row.end : end
}

export function createDraft(base: People, author: Author, numbering: Numbering): Draft {
  const { get, add, ...sheet } = createSheet(base, author.today)
  const change = (pnr: string, row: StoredRow, to: Partial<StoredRow>): StoredRow => {
    const after = { ...row, ...to, id: row.id, touched: author.save }
    sheet.restore(pnr, after)
    return after
  }
  const append = (pnr: string, row: NewRow): StoredRow => {
    const after = newRow(row, author, numbering)
    add(pnr, after)
    return after
  }
  const replace = (pnr: string, row: NewRow): StoredRow => {
    const chain = chainOf(row.entity, row.columns)
    for (const former of get(pnr).rows)
      if (isCurrent(former) && chainOf(former.entity, former.columns) === chain)
        change(pnr, former, { end: endBy(former, row.start) })
    return append(pnr, row)
  }
  const rewrite = (
    pnr: string,
    row: StoredRow,
    to: Pick<StoredRow, 'columns' | 'start' | 'end' | 'derivedMark'>,
  ): StoredRow => {
    const { save, code, authority } = author
    const timestamp = numbering.stamp()
    return change(pnr, row, { ...to, timestamp, save, code, authority })
  }
  return { ...sheet, save: author.save, append, replace, change, rewrite }
}
