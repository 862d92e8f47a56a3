import { Table } from '@navikt/ds-react'
import { ownerNames } from '@sagsgang/machines'
import { Link } from '@tanstack/react-router'

import type { Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showMoment } from '../ui/times.ts'

export type StuckGroup = Outputs['cases']['stuckGroups'][number]

interface CausesProps {
  readonly groups: readonly StuckGroup[]
  readonly chosen: string | undefined
}

/** What keeps cases, whose it is to solve, and by when. */
export const Causes = ({ groups, chosen }: CausesProps) => {
  const { t } = useTexts()
  return (
    <div className="scroll" role="group" aria-label={t('stuck.groups')} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('stuck.cause')}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {t('stuck.cases')}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.first')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.due')}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {groups.map((group) => (
            <Table.Row key={group.cause} selected={group.cause === chosen}>
              <CauseCells group={group} isChosen={group.cause === chosen} />
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

interface CauseCellsProps {
  readonly group: StuckGroup
  readonly isChosen: boolean
}

const CauseCells = ({ group, isChosen }: CauseCellsProps) => {
  const { t, text } = useTexts()
  const owner = text(ownerNames[group.owner])
  return (
    <>
      <Table.DataCell>
        <Link
          to={paths.stuck}
          search={{ cause: group.cause }}
          className="aksel-link"
          aria-current={isChosen ? 'true' : undefined}
        >
          {text(group.text)}
        </Link>
        <span className="under">{t('stuck.owner', { owner })}</span>
      </Table.DataCell>
      <Table.DataCell align="right">
        {group.count}
        {group.overdue > 0 && (
          <span className="under overdue">{t('stuck.overdueCount', { count: group.overdue })}</span>
        )}
      </Table.DataCell>
      <Table.DataCell>
        <span className="nowrap">{showMoment(group.firstAt)}</span>
        <span className="under">{t('stuck.last', { at: showMoment(group.lastAt) })}</span>
      </Table.DataCell>
      <Table.DataCell>
        <Due at={group.dueAt} overdue={group.overdue > 0} />
      </Table.DataCell>
    </>
  )
}

interface DueProps {
  readonly at: string | null
  readonly overdue: boolean
}

/** Overdue in words, never by colour alone. */
export const Due = ({ at, overdue }: DueProps) => {
  const { t } = useTexts()
  if (at === null) return null
  const moment = showMoment(at)
  if (!overdue) return <span className="nowrap">{moment}</span>
  return (
    <strong className="overdue">
      {t('stuck.overdue')} <span className="nowrap">{moment}</span>
    </strong>
  )
}
