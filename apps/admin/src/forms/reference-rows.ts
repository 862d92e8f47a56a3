import type { Outputs } from '../api.ts'
import { maskPnr } from '../ui/mask.ts'
import { toTypedDate } from './date-text.ts'

type Row = Outputs['register']['lookUp']['rows'][number]

/** The service whose rows a field means one of; other references are typed. */
export const serviceOf: Readonly<Record<string, string>> = { guardianRow: 'VAERGE1' }

export interface ReferenceRow {
  readonly timestamp: string
  /** The guardian's name or first line, or the number with its end covered; else the stamp itself. */
  readonly who: string
  readonly since: string
}

/** The rows of an answer that can be meant: those with a time stamp. */
export const toReferenceRows = (rows: readonly Row[]): readonly ReferenceRow[] =>
  rows.flatMap(({ heading, fields }) => {
    const value = (code: string) => fields.find((one) => one.code === code)?.value.trim() ?? ''
    const timestamp = value('CUMY_TIMSTP')
    if (heading || timestamp === '') return []
    const named = value('CUMY_RELADRSAT') || value('CUMY_RELTXT1')
    const who = named || maskPnr(value('CUMY_RELPNR')) || timestamp
    return [{ timestamp, who, since: toTypedDate(value('CUMY_STARTDATO')) }]
  })
