import { Table } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'

import { paths } from '../paths.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { listedName } from '../ui/person-name.ts'
import { StatusTag } from '../ui/status-tag.tsx'
import { showDate, showRecent } from '../ui/times.ts'
import type { CaseRow } from './use-steady-rows.ts'

interface CaseTableProps {
  readonly rows: readonly CaseRow[]
  /** Rows that no longer fit the filters: they stay where they are until the list is fetched anew. */
  readonly gone: ReadonlySet<string>
  readonly activeId: string | undefined
  readonly onFocusRow: (caseId: string) => void
}

const columns = [
  'case',
  'event',
  'person',
  'pnr',
  'next',
  'status',
  'deadline',
  'assignee',
  'changed',
] as const

export const CaseTable = ({ rows, gone, activeId, onFocusRow }: CaseTableProps) => {
  const { t } = useTexts()
  return (
    <div className="scroll" role="group" aria-label={t('queue.table')} tabIndex={0}>
      <Table size="small" className="cases">
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column} scope="col" textSize="small">
                {t(`queue.columns.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row
              key={row.caseId}
              selected={row.caseId === activeId}
              onFocus={() => onFocusRow(row.caseId)}
            >
              <CaseCells row={row} isGone={gone.has(row.caseId)} />
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

const CaseCells = ({ row, isGone }: { readonly row: CaseRow; readonly isGone: boolean }) => {
  const { t, text, language } = useTexts()
  const nameOf = useUserNames()
  return (
    <>
      <Table.DataCell>
        <Link
          to={paths.case}
          params={{ caseId: row.caseId }}
          className="aksel-link mono-figures nowrap"
          data-row={row.caseId}
        >
          {row.number}
        </Link>
      </Table.DataCell>
      <Table.DataCell>{text(row.eventName)}</Table.DataCell>
      <Table.DataCell>
        <PersonName person={row.person} />
      </Table.DataCell>
      <Table.DataCell className="mono nowrap">
        {row.person?.masked ?? t('queue.unknownPerson')}
      </Table.DataCell>
      <Table.DataCell>{isGone ? t('queue.gone') : text(row.waitsFor)}</Table.DataCell>
      <Table.DataCell>{!isGone && <StatusTag status={row.status} />}</Table.DataCell>
      <Table.DataCell className="nowrap">
        <Deadline deadline={row.deadline} overdue={row.overdue} />
      </Table.DataCell>
      <Table.DataCell>
        {row.assignee === null ? t('queue.unassigned') : nameOf(row.assignee)}
      </Table.DataCell>
      <Table.DataCell className="nowrap">
        {showRecent(row.changedAt, new Date(), language)}
      </Table.DataCell>
    </>
  )
}

const PersonName = ({ person }: Pick<CaseRow, 'person'>) => {
  const { t } = useTexts()
  if (person?.protected === true) return t('queue.protected')
  return person?.name == null ? t('queue.notLookedUp') : listedName(person.name)
}

const Deadline = ({ deadline, overdue }: Pick<CaseRow, 'deadline' | 'overdue'>) => {
  const { t } = useTexts()
  if (deadline === null) return null
  const date = showDate(deadline)
  return overdue ? <strong className="overdue">{t('queue.overdue', { date })}</strong> : date
}
