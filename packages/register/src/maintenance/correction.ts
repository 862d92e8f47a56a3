import type { Fields } from '@sagsgang/gctp'

import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import type { Columns, StoredRow } from '../rows.ts'
import type { DataType } from './data-types.ts'
import type { RowMeant } from './row-meant.ts'

/** Putting right: the wrong content stays as a marked row, the row itself gets the right one. */
export interface Correction {
  readonly columns: Columns
  readonly start: string
  readonly startUncertain: boolean
  readonly end: string | null
}

/** Wire codes of a data type that name a column of this kind of row. */
function codesFor(type: DataType, row: Pick<StoredRow, 'columns' | 'entity'>) {
  const relation = row.columns['relation']
  return Object.entries(type.columns).filter(([code, column]) => {
    if (!(column in row.columns)) return false
    if (code === 'MORPNR') return relation === 'mother'
    return code === 'FARPNR' ? relation === 'father' : true
  })
}

/** A field of another kind of row than the one that is meant: a name is no addressing name, nor one parent another. */
export function misplacedFaults(
  type: DataType,
  row: Pick<StoredRow, 'columns' | 'entity'>,
  data: Fields,
): readonly Objection[] {
  const fitting = codesFor(type, row).map(([code]) => code)
  return Object.keys(type.columns)
    .filter((code) => data[code] !== undefined && !fitting.includes(code))
    .map((code) => objection('unknownField', code))
}

/** The right columns: what was sent, over what stands. */
export function columnsFrom(
  type: DataType,
  row: Pick<StoredRow, 'columns' | 'entity'>,
  data: Fields,
): Columns {
  const isEmptied = emptiedBy(type, data)
  const columns: Record<string, string | null> = { ...row.columns }
  for (const [code, column] of codesFor(type, row)) {
    const value = data[code]?.trim()
    if (value !== undefined) columns[column] = value
    else if (isEmptied(code)) columns[column] = null
  }
  return columns
}

/** Whether a code that was left out says that there is nothing. */
function emptiedBy({ whole, lines = [] }: DataType, data: Fields): (code: string) => boolean {
  const isGiven = (code: string): boolean => data[code] !== undefined
  const isWhole = whole.length > 0 && whole.every(isGiven)
  return (code) => isWhole || (lines.includes(code) && lines.some(isGiven))
}

export function correctionOf(type: DataType, { row }: RowMeant, data: Fields): Correction {
  return {
    columns: columnsFrom(type, row, data),
    start: data['STARTDATO']?.slice(0, 8) ?? row.start,
    startUncertain: isUncertain(row, data),
    end: row.end === null ? null : (data['SLUTDATO']?.slice(0, 8) ?? row.end),
  }
}

const isPartial = (day: string): boolean => day.slice(6, 8) === '00'

/** A whole day that is given without the mark is certain; one whose parts are unknown stays as it was. */
function isUncertain({ startUncertain }: StoredRow, data: Fields): boolean {
  const { STARTDATO: day, STARTDATOUSM: mark } = data
  if (mark !== undefined) return mark === '*'
  return startUncertain && (day === undefined || isPartial(day))
}

/** A number's own row is one: it is written over, and begins when it began. */
export const isOwnRow = ({ entity }: StoredRow): boolean => entity === 'person'
