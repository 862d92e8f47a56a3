import { Button, Table } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import type { Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { showMoment } from '../ui/times.ts'
import type { useResuming } from './use-resuming.ts'

type StuckGroup = Outputs['cases']['stuckGroups'][number]

interface StuckCasesProps {
  readonly group: StuckGroup
  readonly resuming: ReturnType<typeof useResuming>
}

/** The cases of one cause: one is tried before all of them are. */
export const StuckCases = ({ group, resuming }: StuckCasesProps) => {
  const { t, text } = useTexts()
  const [isAsked, setAsked] = useState(false)
  const { results, isRunning, resume } = resuming
  const count = group.cases.length
  return (
    <section aria-labelledby="cause-title">
      <div className="head">
        <h2 id="cause-title" className="card-title">
          {text(group.text)}
        </h2>
        <div className="head-end">
          {count > 1 && (
            <Button
              size="small"
              variant="secondary"
              loading={isRunning}
              onClick={() => void resume(group.cases.slice(0, 1))}
            >
              {t('stuck.resumeOne')}
            </Button>
          )}
          <Button size="small" loading={isRunning} onClick={() => setAsked(true)}>
            {t('stuck.resumeAll', { count })}
          </Button>
        </div>
      </div>
      <div className="scroll" role="group" aria-label={t('queue.table')} tabIndex={0}>
        <Table size="small">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('queue.columns.case')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue.columns.event')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('stuck.step')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue.columns.changed')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('stuck.resume')}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {group.cases.map((one) => (
              <Table.Row key={one.caseId}>
                <Table.DataCell>
                  <Link
                    to={paths.case}
                    params={{ caseId: one.caseId }}
                    className="aksel-link mono-figures nowrap"
                  >
                    {one.number}
                  </Link>
                </Table.DataCell>
                <Table.DataCell>{text(one.eventName)}</Table.DataCell>
                <Table.DataCell>{text(one.waitsFor)}</Table.DataCell>
                <Table.DataCell className="nowrap">{showMoment(one.changedAt)}</Table.DataCell>
                <Table.DataCell>
                  {results[one.caseId]?.result.type !== 'running' && (
                    <Button
                      size="xsmall"
                      variant="secondary"
                      className="nowrap"
                      aria-label={`${t('stuck.resume')} ${one.number}`}
                      onClick={() => void resume([one])}
                    >
                      {t('stuck.resume')}
                    </Button>
                  )}
                </Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <ConfirmDialog
        open={isAsked}
        title={t('stuck.confirmTitle', { count })}
        text={t('stuck.confirmText')}
        confirm={t('stuck.confirm')}
        onConfirm={() => {
          setAsked(false)
          void resume(group.cases)
        }}
        onClose={() => setAsked(false)}
      />
    </section>
  )
}
