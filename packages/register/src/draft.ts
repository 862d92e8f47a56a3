import type { Entity, Mark } from '@sagsgang/events'

import { chainOf, isCurrent } from './rows.ts'
import type { Columns, People, Person, StoredRow } from './rows.ts'

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

/** What a save did to one row. Without `before` the row is new. */
export interface RowChange {
  readonly pnr: string
  readonly before: StoredRow | null
  readonly after: StoredRow
}

export type Pointed = Pick<Person, 'pnr' | 'validPnr'>

export interface Told {
  readonly pnr: string
  readonly derivedMark: string | null
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

/** Whatever is written says for itself whether its end is still to come. */
const asOf = (today: string, row: StoredRow): StoredRow => ({
  ...row,
  endsAhead: row.mark === null && row.end !== null && row.end > today,
})

/** A row whose place is taken ends that day, unless it was to end before. */
export const endBy = (row: StoredRow, day: string): string => {
  const end = day < row.start ? row.start : day
  return row.end !== null && row.end < end ? row.end : end
}

/** The people a draft writes on, and what each row was before. */
function createSheet(base: People, today: string) {
  const pointed = new Map<string, Pointed>()
  const told: Told[] = []
  const touched = new Map<string, Person>()
  const before = new Map<number, StoredRow | null>()
  const find = (pnr: string): Person | undefined => touched.get(pnr) ?? base.find(pnr)
  const get = (pnr: string): Person => {
    const person = find(pnr)
    if (person === undefined) throw new Error('a draft writes on a person that is not there')
    return person
  }
  const put = (person: Person): void => void touched.set(person.pnr, person)
  const note = (row: number, was: StoredRow | null): void => {
    if (!before.has(row)) before.set(row, was)
  }
  const restore = (pnr: string, row: StoredRow): void => {
    const person = get(pnr)
    note(row.id, person.rows.find(({ id }) => id === row.id) ?? null)
    const after = asOf(today, row)
    put({ ...person, rows: person.rows.map((one) => (one.id === row.id ? after : one)) })
  }
  const add = (pnr: string, row: StoredRow): void => {
    const person = get(pnr)
    note(row.id, null)
    put({ ...person, rows: [...person.rows, asOf(today, row)] })
  }
  const create = (pnr: string): void => put({ pnr, validPnr: pnr, rows: [] })
  const redirect = (pnr: string, validPnr: string): void => {
    const person = get(pnr)
    if (!pointed.has(pnr)) pointed.set(pnr, { pnr, validPnr: person.validPnr })
    put({ ...person, validPnr })
  }
  const tell = (pnr: string, derivedMark: string | null): void =>
    void told.push({ pnr, derivedMark })
  const changesOf = ({ pnr, rows }: Person): readonly RowChange[] =>
    rows.flatMap((after) => {
      const was = before.get(after.id)
      return was === undefined ? [] : [{ pnr, before: was, after }]
    })
  const people = (): readonly Person[] => [...touched.values()]
  const changes = (): readonly RowChange[] => people().flatMap(changesOf)
  return {
    find,
    get,
    add,
    restore,
    create,
    redirect,
    tell,
    people,
    changes,
    pointed: () => [...pointed.values()],
    told: () => told,
  }
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
