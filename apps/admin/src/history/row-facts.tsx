import { columnName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showCellValue } from '../undo/describe-row.ts'
import { factsOf, type HistoryRow } from './rows.ts'

interface RowFactsProps {
  readonly row: HistoryRow
  readonly showPnr: (pnr: string) => string
}

/** What a row says, in words: the columns that are filled in. */
export const RowFacts = ({ row, showPnr }: RowFactsProps) => {
  const texts = useTexts()
  const facts = factsOf(row)
  if (facts.length === 0) return <span className="subtle">{texts.t('history.onlyPeriod')}</span>
  return (
    <dl className="row-facts">
      {facts.map(({ column, value, name }) => (
        <div key={column}>
          <dt>{columnName(column, texts.t)}</dt>
          <dd>{showCellValue({ value, name }, texts, showPnr)}</dd>
        </div>
      ))}
    </dl>
  )
}
