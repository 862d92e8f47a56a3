import { Button, Table } from '@navikt/ds-react'
import { useEffect, useRef } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import {
  type AnsweredField,
  type AnsweredRow,
  columnsOf,
  isBlank,
  isProof,
  saying,
} from './answered.ts'
import { FieldName, FieldValue, type Sight } from './field-value.tsx'

interface AnswerRowsProps {
  readonly rows: readonly AnsweredRow[]
  readonly sight: Sight
  /** Whom it was asked about; of everybody else it can be gone on with. */
  readonly person: string | undefined
  readonly onLookUp: (person: string) => void
  readonly onOpen: (person: string) => void
}

/** More columns than these are read one row at a time. */
const mostColumns = 7

const rowId = (place: number) => `answer-row-${place}`

export const AnswerRows = (props: AnswerRowsProps) => {
  const columns = columnsOf(props.rows, props.sight.isWhole)
  useFocusOnNewRows(props.rows.length)
  if (props.rows.length === 0) return null
  return columns.length > mostColumns ? (
    <Records {...props} />
  ) : (
    <RowTable {...props} columns={columns} />
  )
}

/** Whoever asked for more rows goes on with the first of them. */
const useFocusOnNewRows = (count: number) => {
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current)
      document.querySelector<HTMLElement>(`#${rowId(before.current)}`)?.focus()
    before.current = count
  }, [count])
}

interface RowTableProps extends AnswerRowsProps {
  readonly columns: readonly AnsweredField[]
}

/** On a narrow screen each row is a block of its own. */
const RowTable = ({ columns, rows, sight, ...props }: RowTableProps) => {
  const { t, text } = useTexts()
  const hasActions = rows.some((row) => isElse(row, props.person))
  return (
    // Laid out as blocks a table is one no longer, unless it says so.
    <Table size="small" className="history-rows" role="table" aria-label={t('lookUp.result')}>
      <Table.Header role="rowgroup">
        <Table.Row role="row">
          {columns.map((field) => (
            <Table.HeaderCell key={field.code} scope="col" role="columnheader" textSize="small">
              <FieldName field={field} isWhole={sight.isWhole} />
            </Table.HeaderCell>
          ))}
          {hasActions && (
            <Table.HeaderCell scope="col" role="columnheader" textSize="small">
              {t('lookUp.actions')}
            </Table.HeaderCell>
          )}
        </Table.Row>
      </Table.Header>
      <Table.Body role="rowgroup">
        {rows.map((row, place) => (
          <Table.Row
            key={rowId(place)}
            id={rowId(place)}
            tabIndex={-1}
            role="row"
            shadeOnHover={false}
            className={isProof(row) ? 'history-proof' : ''}
          >
            {columns.map(({ code, label }) => (
              <Table.DataCell key={code} role="cell" data-label={text(label)}>
                <Cell row={row} code={code} sight={sight} />
              </Table.DataCell>
            ))}
            {hasActions && (
              <Table.DataCell role="cell">
                <RowActions row={row} {...props} />
              </Table.DataCell>
            )}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

interface CellProps {
  readonly row: AnsweredRow
  readonly code: string
  readonly sight: Sight
}

const Cell = ({ row, code, sight }: CellProps) => {
  const field = row.fields.find((one) => one.code === code)
  if (field === undefined || isBlank(field)) return null
  return <FieldValue field={field} areNumbersShown={sight.areNumbersShown && !row.covered} />
}

const Records = ({ rows, sight, ...props }: AnswerRowsProps) => {
  const { t } = useTexts()
  return (
    <ol className="register-rows" aria-label={t('lookUp.result')}>
      {rows.map((row, place) => (
        <li
          key={rowId(place)}
          id={rowId(place)}
          tabIndex={-1}
          className={isProof(row) ? 'history-proof' : ''}
        >
          <Facts fields={row.fields} sight={sight} isCovered={row.covered} />
          <RowActions row={row} {...props} />
        </li>
      ))}
    </ol>
  )
}

interface FactsProps {
  readonly fields: readonly AnsweredField[]
  readonly sight: Sight
  readonly isCovered: boolean
}

/** What is said, field by field; what is empty is left out. */
export const Facts = ({ fields, sight, isCovered }: FactsProps) => {
  const said = saying(fields, sight.isWhole)
  if (said.length === 0) return null
  return (
    <dl className="row-facts">
      {said.map((field) => (
        <div key={field.code}>
          <dt>
            <FieldName field={field} isWhole={sight.isWhole} />
          </dt>
          <dd>
            <FieldValue field={field} areNumbersShown={sight.areNumbersShown && !isCovered} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isElse = ({ person }: AnsweredRow, asked: string | undefined): boolean =>
  person !== null && person !== asked

type RowActionsProps = Pick<AnswerRowsProps, 'person' | 'onLookUp' | 'onOpen'> & {
  readonly row: AnsweredRow
}

const RowActions = ({ row, person: asked, onLookUp, onOpen }: RowActionsProps) => {
  const { t } = useTexts()
  const { person } = row
  if (person === null || person === asked) return null
  const whose = <span className="sr-only">{t('lookUp.ofPerson', { person: maskPnr(person) })}</span>
  return (
    <div className="row-operations">
      <Button type="button" size="xsmall" variant="secondary" onClick={() => onLookUp(person)}>
        {t('lookUp.lookUpPerson')}
        {whose}
      </Button>
      <Button type="button" size="xsmall" variant="secondary" onClick={() => onOpen(person)}>
        {t('lookUp.openRow')}
        {whose}
      </Button>
    </div>
  )
}
