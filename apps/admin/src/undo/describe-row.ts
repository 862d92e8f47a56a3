import { relativeName } from '../texts/row-name.ts'
import type { Texts } from '../texts/use-texts.ts'
import { showCell } from '../ui/show-cell.ts'
import { showDate } from '../ui/times.ts'
import type { CellValue, Row } from './compare-rows.ts'

type ShowPnr = (pnr: string) => string

/** A cell as people read it: a code by its name, numbers as they may be shown. */
export const showCellValue = (
  { column, value, name }: CellValue & { readonly column: string },
  { t, text }: Texts,
  showPnr: ShowPnr,
): string =>
  name === undefined
    ? (relativeName(column, value, t) ?? showCell(value, showPnr))
    : `${text(name)} (${value})`

/** What a row says, in one line. */
export const rowContent = (
  { entity, columns, names }: Row,
  { t, text }: Texts,
  showPnr: ShowPnr,
): string =>
  Object.entries(columns)
    .flatMap(([column, value]) => {
      if (value === null || value === '') return []
      const name = names[column]
      if (name !== undefined) return [text(name)]
      return [relativeName(column, value, t) ?? showCell(value, showPnr)]
    })
    .join(entity === 'name' ? ' ' : ', ')

/** The same with its period: enough to tell it from its neighbours. */
export const describeRow = (row: Row, texts: Texts, showPnr: ShowPnr): string => {
  const said = rowContent(row, texts, showPnr)
  if (row.start === null) return said
  const from = showDate(row.start)
  return row.end === null || row.mark !== null
    ? texts.t('undo.rowFrom', { row: said, from })
    : texts.t('undo.rowFromTo', { row: said, from, to: showDate(row.end) })
}
