import { Button } from '@navikt/ds-react'

import { entityName } from '../texts/row-name.ts'
import { type Texts, useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { showDate } from '../ui/times.ts'
import { RowFacts } from './row-facts.tsx'
import { RowMark } from './row-mark.tsx'
import { fitOf, type History, type HistoryRow } from './rows.ts'

interface RowListProps {
  readonly history: History
  readonly chosen: string
  readonly operation: string
  readonly onChoose: (row: HistoryRow) => void
}

/** All rows to choose from, newest first; one that the operation does not take says why. */
export const RowList = ({ history, chosen, operation, onChoose }: RowListProps) => (
  <ol className="row-list">
    {history.rows.map((row) => (
      <li key={`${row.entity} ${row.timestamp}`} className={row.mark === null ? '' : 'row-proof'}>
        <RowSummary row={row} isCovered={!history.shown} />
        <Choice
          row={row}
          isChosen={row.timestamp === chosen}
          operation={operation}
          onChoose={onChoose}
        />
      </li>
    ))}
  </ol>
)

interface RowSummaryProps {
  readonly row: HistoryRow
  readonly isCovered: boolean
}

export const RowSummary = ({ row, isCovered }: RowSummaryProps) => {
  const { t } = useTexts()
  return (
    <div>
      <span className="row-kind">{entityName(row.entity, t)}</span>
      <RowFacts row={row} showPnr={maskPnr} isCovered={isCovered} />
      <p className="row-when">
        {periodOf(row, t)} <RowMark row={row} />
      </p>
    </div>
  )
}

interface ChoiceProps extends Pick<RowListProps, 'operation' | 'onChoose'> {
  readonly row: HistoryRow
  readonly isChosen: boolean
}

const Choice = ({ row, isChosen, operation, onChoose }: ChoiceProps) => {
  const texts = useTexts()
  const { t } = texts
  const why = whyNot(row, operation, texts)
  if (why !== undefined)
    return <p className="row-barred">{t('rowChoice.notThis', { reason: why })}</p>
  if (isChosen) return <p className="row-barred">{t('rowChoice.chosen')}</p>
  return (
    <Button type="button" size="xsmall" variant="secondary" onClick={() => onChoose(row)}>
      {t('rowChoice.choose')}
      <span className="sr-only">
        : {entityName(row.entity, t)} {periodOf(row, t)}
      </span>
    </Button>
  )
}

/** Undefined for a row that the operation takes. */
const whyNot = (row: HistoryRow, operation: string, { t, text }: Texts): string | undefined => {
  const fit = fitOf(row, operation)
  if (fit.type === 'fits') return undefined
  if (fit.type === 'other') return t('rowChoice.otherWay', { operation: text(fit.operation.name) })
  return fit.operation?.reason === undefined
    ? t('errors.PRECONDITION_FAILED')
    : text(fit.operation.reason)
}

const periodOf = ({ start, end, mark }: HistoryRow, t: Texts['t']): string => {
  const from = start === null || start === '' ? t('history.noDay') : showDate(start)
  return end === null || mark !== null
    ? t('rowChoice.since', { from })
    : t('rowChoice.between', { from, to: showDate(end) })
}
