import { columnName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showCellValue } from '../undo/describe-row.ts'
import { factsOf, type HistoryRow } from './rows.ts'

interface RowFactsProps {
  readonly row: HistoryRow
  readonly showPnr: (pnr: string) => string
  /** The person is protected, and nobody has said why they must know. */
  readonly isCovered: boolean
}

/** What a row says, in words: the columns that are filled in. */
export const RowFacts = ({ row, showPnr, isCovered }: RowFactsProps) => {
  const texts = useTexts()
  const facts = factsOf(row)
  if (facts.length === 0) {
    const word = isCovered ? 'history.covered' : 'history.onlyPeriod'
    return <span className="subtle">{texts.t(word)}</span>
  }
  return (
    <dl className="row-facts">
      {facts.map(({ column, value, name }) => (
        <div key={column}>
          <dt>{columnName(column, texts.t)}</dt>
          <dd>{showCellValue({ column, value, name }, texts, showPnr)}</dd>
        </div>
      ))}
    </dl>
  )
}
