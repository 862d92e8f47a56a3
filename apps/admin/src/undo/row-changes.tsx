import { Table } from '@navikt/ds-react'

import { namedNumber } from '../case/known-people.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { columnName, entityName } from '../texts/row-name.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Cell, CellValue, Row, RowChange } from './compare-rows.ts'
import { describeRow, rowContent, showCellValue } from './describe-row.ts'

interface RowChangesProps {
  readonly view: Pick<CaseView, 'persons'>
  readonly changes: readonly RowChange[]
}

/** Field by field as it is and as it will be, a table for each person touched. */
export const RowChanges = ({ view, changes }: RowChangesProps) => {
  const people = [...new Set(changes.map(({ person }) => person))]
  return people.map((person) => (
    <PersonChanges
      key={person}
      view={view}
      person={person}
      isAlone={people.length === 1}
      changes={changes.filter((change) => change.person === person)}
    />
  ))
}

interface PersonChangesProps extends RowChangesProps {
  readonly person: string
  readonly isAlone: boolean
}

const PersonChanges = ({ view, person, isAlone, changes }: PersonChangesProps) => {
  const { t } = useTexts()
  const shown = changes.filter(({ cells }) => cells.length > 0)
  const [first] = shown
  const isPlain = shown.length === 1 && (first?.type === 'replaced' || first?.type === 'changed')
  return (
    <>
      <Table size="small" className="plan-table">
        <caption className={isAlone ? 'sr-only' : 'plan-person'}>
          {namedNumber(view, person)}
        </caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('undo.column')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('undo.now')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('undo.after')}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        {shown.map((change) => (
          <ChangeBody key={change.key} view={view} change={change} hasTitle={!isPlain} />
        ))}
      </Table>
      {changes.map(
        ({ key, proof }) => proof !== null && <Proof key={key} view={view} row={proof} />,
      )}
    </>
  )
}

interface ChangeBodyProps {
  readonly view: Pick<CaseView, 'persons'>
  readonly change: RowChange
  readonly hasTitle: boolean
}

const ChangeBody = ({ view, change, hasTitle }: ChangeBodyProps) => {
  const texts = useTexts()
  const { t } = texts
  const { entity, was, becomes } = change
  const known = (pnr: string) => namedNumber(view, pnr)
  const standing = was ?? becomes
  const row = standing === null ? '' : rowContent(standing, texts, known)
  return (
    <Table.Body>
      {hasTitle && (
        <Table.Row>
          <Table.HeaderCell scope="rowgroup" colSpan={3} className="plan-kind">
            {t(`undo.changes.${kindOf(change)}`, { entity: entityName(entity, t), row })}
          </Table.HeaderCell>
        </Table.Row>
      )}
      {change.cells.map(({ column, before, after }) => (
        <Table.Row key={column}>
          <Table.HeaderCell scope="row" className="row-name">
            {columnName(column, t)}
          </Table.HeaderCell>
          <Table.DataCell>
            <Value view={view} column={column} cell={before} row={was} />
          </Table.DataCell>
          <Table.DataCell>
            <Value view={view} column={column} cell={after} row={becomes} />
          </Table.DataCell>
        </Table.Row>
      ))}
    </Table.Body>
  )
}

/** A row that moves leaves a proof; one that gives way to it only begins or ends on another day. */
const kindOf = ({ type, proof, was, becomes }: RowChange) => {
  if (type !== 'moved') return type
  if (proof !== null) return 'changed'
  if (was?.end === becomes?.end) return 'moved'
  if (becomes?.end === null) return 'reopened'
  return was?.end === null ? 'closed' : 'moved'
}

interface ValueProps extends Pick<Cell, 'column'> {
  readonly view: Pick<CaseView, 'persons'>
  readonly cell: CellValue | null
  readonly row: Row | null
}

const Value = ({ view, column, cell, row }: ValueProps) => {
  const texts = useTexts()
  if (cell !== null)
    return showCellValue({ ...cell, column }, texts, (pnr) => namedNumber(view, pnr))
  const isOpen = column === 'end' && row !== null
  return <span className="subtle">{texts.t(isOpen ? 'undo.openEnd' : 'undo.emptyValue')}</span>
}

interface ProofProps {
  readonly view: Pick<CaseView, 'persons'>
  readonly row: Row
}

const Proof = ({ view, row }: ProofProps) => {
  const texts = useTexts()
  const { t } = texts
  return (
    <p className="plan-proof">
      {t('undo.proof', {
        mark: markName(row.mark, t),
        row: describeRow(row, texts, (pnr) => namedNumber(view, pnr)),
      })}
    </p>
  )
}

const markName = (mark: string | null, t: ReturnType<typeof useTexts>['t']) =>
  mark === 'K' || mark === 'A' || mark === 'Æ' ? t(`undo.marks.${mark}`) : ''
