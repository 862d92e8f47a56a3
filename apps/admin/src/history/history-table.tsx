import { Table } from '@navikt/ds-react'

import { entityName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ReasonedButton } from '../ui/reasoned-button.tsx'
import { showDate } from '../ui/times.ts'
import { RowFacts } from './row-facts.tsx'
import { RowMark } from './row-mark.tsx'
import { actOf, type HistoryRow, type Operation } from './rows.ts'
import type { Order } from './use-opening.ts'

interface HistoryTableProps {
  readonly label: string
  readonly rows: readonly HistoryRow[]
  readonly showPnr: (pnr: string) => string
  readonly isCovered: boolean
  /** What somebody came for; its buttons stand out. */
  readonly wanted: string | undefined
  /** What is being opened, if anything. */
  readonly ordered: Order | undefined
  readonly onOpen: (row: HistoryRow, operation: Operation) => void
}

const columns = ['fact', 'from', 'to', 'mark', 'actions'] as const

/** Rows newest first; on a narrow screen each is a block of its own. */
export const HistoryTable = ({ label, rows, ...props }: HistoryTableProps) => {
  const { t } = useTexts()
  const isMixed = new Set(rows.map(({ entity }) => entity)).size > 1
  return (
    // Laid out as blocks a table is one no longer, unless it says so.
    <Table size="small" className="history-rows" role="table" aria-label={label}>
      <Table.Header role="rowgroup">
        <Table.Row role="row">
          {columns.map((column) => (
            <Table.HeaderCell key={column} scope="col" role="columnheader" textSize="small">
              {t(`history.${column}`)}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body role="rowgroup">
        {rows.map((row) => (
          <OneRow key={`${row.entity} ${row.timestamp}`} row={row} isMixed={isMixed} {...props} />
        ))}
      </Table.Body>
    </Table>
  )
}

interface OneRowProps extends Omit<HistoryTableProps, 'label' | 'rows'> {
  readonly row: HistoryRow
  /** Several kinds of rows are listed: each says which it is. */
  readonly isMixed: boolean
}

const OneRow = ({ row, isMixed, showPnr, isCovered, ...props }: OneRowProps) => {
  const { t, text } = useTexts()
  return (
    <Table.Row role="row" shadeOnHover={false} className={row.mark === null ? '' : 'history-proof'}>
      <Table.DataCell role="cell">
        {isMixed && <span className="row-kind">{entityName(row.entity, t)}</span>}
        <RowFacts row={row} showPnr={showPnr} isCovered={isCovered} />
      </Table.DataCell>
      <Table.DataCell role="cell" className="nowrap" data-label={t('history.from')}>
        {row.start === null || row.start === '' ? t('history.noDay') : showDate(row.start)}
      </Table.DataCell>
      <Table.DataCell role="cell" className="nowrap" data-label={t('history.to')}>
        {row.end === null ? (
          <span className="subtle">{t('history.still')}</span>
        ) : (
          showDate(row.end)
        )}
      </Table.DataCell>
      <Table.DataCell role="cell" data-label={t('history.mark')}>
        <RowMark row={row} />
        {row.documentedBy !== null && (
          <span className="row-place">
            {t('history.documentedBy', { authority: text(row.documentedBy) })}
          </span>
        )}
      </Table.DataCell>
      <Table.DataCell role="cell">
        <RowOperations row={row} {...props} />
      </Table.DataCell>
    </Table.Row>
  )
}

const RowOperations = ({
  row,
  wanted,
  ordered,
  onOpen,
}: Pick<OneRowProps, 'row' | 'wanted' | 'ordered' | 'onOpen'>) => {
  const { t, text } = useTexts()
  const from = row.start === null ? t('history.noDay') : showDate(row.start)
  return (
    <div className="row-operations">
      {row.operations.map((operation) => {
        const act = actOf(operation) ?? 'correct'
        const reason = operation.reason === undefined ? '' : text(operation.reason)
        return (
          <ReasonedButton
            key={operation.id}
            size="small"
            variant={operation.id === wanted && operation.allowed ? 'primary' : 'secondary'}
            busy={ordered?.row === row && ordered.operation === operation.id}
            reason={operation.allowed ? undefined : reason}
            onClick={() => onOpen(row, operation)}
          >
            {t(`history.${act}`)}
            <span className="sr-only">{t('history.ofRow', { from })}</span>
          </ReasonedButton>
        )
      })}
    </div>
  )
}
