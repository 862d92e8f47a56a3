import { Table } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'

import type { Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showExactMoment } from '../ui/times.ts'

const columns = ['seq', 'at', 'actor', 'action', 'purpose', 'case'] as const

export const AuditTable = ({ rows }: { readonly rows: Outputs['audit']['list'] }) => {
  const { t } = useTexts()
  return (
    <div className="scroll" role="group" aria-label={t('audit.title')} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column} scope="col" textSize="small">
                {t(`audit.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.seq}>
              <Table.DataCell>{row.seq}</Table.DataCell>
              <Table.DataCell className="nowrap">{showExactMoment(row.at)}</Table.DataCell>
              <Table.DataCell>
                {row.actor} ({row.authority})
              </Table.DataCell>
              <Table.DataCell>
                <span className="mono">{row.action}</span> {row.outcome}
              </Table.DataCell>
              <Table.DataCell>{row.purpose}</Table.DataCell>
              <Table.DataCell>
                {row.caseId !== null && (
                  <Link to={paths.case} params={{ caseId: row.caseId }} className="aksel-link">
                    {t('followOns.case')}
                    <span className="sr-only">
                      , {t('audit.seq')} {row.seq}
                    </span>
                  </Link>
                )}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
