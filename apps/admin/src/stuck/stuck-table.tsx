import { Checkbox, Table } from '@navikt/ds-react'
import { Link } from '@tanstack/react-router'

import type { Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showMoment } from '../ui/times.ts'
import { Due } from './causes.tsx'

export type StuckCase = Outputs['operations']['previewResume']['cases'][number]

interface StuckTableProps {
  readonly cases: readonly StuckCase[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** The cases of a cause, the oldest first, to be chosen among. */
export const StuckTable = ({ cases, chosen, onChoose }: StuckTableProps) => {
  const { t } = useTexts()
  const isAll = cases.length > 0 && cases.every(({ caseId }) => chosen.has(caseId))
  const chooseAll = () => onChoose(new Set(isAll ? [] : cases.map(({ caseId }) => caseId)))
  const toggle = (caseId: string) => {
    const next = new Set(chosen)
    if (!next.delete(caseId)) next.add(caseId)
    onChoose(next)
  }
  return (
    <div className="scroll" role="group" aria-label={t('stuck.table')} tabIndex={0}>
      <Table size="small" className="cases">
        <Table.Header>
          <Table.Row>
            <Table.DataCell>
              <Checkbox
                hideLabel
                size="small"
                checked={isAll}
                indeterminate={!isAll && cases.some(({ caseId }) => chosen.has(caseId))}
                onChange={chooseAll}
              >
                {t('stuck.chooseAll')}
              </Checkbox>
            </Table.DataCell>
            <Table.HeaderCell scope="col">{t('queue.columns.case')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('queue.columns.event')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.step')}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {t('stuck.tries')}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">
              {t('stuck.first')} · {t('stuck.due')}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.assignee')}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {cases.map((one) => (
            <Table.Row key={one.caseId} selected={chosen.has(one.caseId)}>
              <Table.DataCell>
                <Checkbox
                  hideLabel
                  size="small"
                  checked={chosen.has(one.caseId)}
                  onChange={() => toggle(one.caseId)}
                >
                  {t('stuck.choose', { number: one.number })}
                </Checkbox>
              </Table.DataCell>
              <CaseCells one={one} />
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

const CaseCells = ({ one }: { readonly one: StuckCase }) => {
  const { t, text } = useTexts()
  const nameOf = useUserNames()
  return (
    <>
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
      <Table.DataCell>
        {text(one.step)}
        {one.reason !== null && <span className="under">{text(one.reason)}</span>}
      </Table.DataCell>
      <Table.DataCell align="right">{one.times}</Table.DataCell>
      <Table.DataCell className="nowrap">
        {showMoment(one.firstAt)}
        <span className="under">
          <Due at={one.standing?.due.at ?? null} overdue={one.standing?.due.overdue ?? false} />
        </span>
      </Table.DataCell>
      <Table.DataCell>
        {one.assignee === null ? t('queue.unassigned') : nameOf(one.assignee)}
      </Table.DataCell>
    </>
  )
}
