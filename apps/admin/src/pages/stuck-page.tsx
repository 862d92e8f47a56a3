import { Table } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'

import { type Outputs, useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { LiveMark } from '../shell/live-mark.tsx'
import { Attempts } from '../stuck/attempts.tsx'
import { StuckCases } from '../stuck/stuck-cases.tsx'
import { useResuming } from '../stuck/use-resuming.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'
import { showMoment } from '../ui/times.ts'

type Groups = Outputs['cases']['stuckGroups']
const route = getRouteApi(paths.stuck)

export const StuckPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.cases.stuckGroups.queryOptions())
  const count = query.data?.reduce((sum, group) => sum + group.count, 0) ?? 0
  const resuming = useResuming()
  return (
    <>
      <div className="head">
        <PageTitle title={t('stuck.title')}>{t('stuck.title')}</PageTitle>
        <div className="head-end">
          {count > 0 && <span>{t('stuck.summary', { count })}</span>}
          <LiveMark />
        </div>
      </div>
      <Attempts results={resuming.results} />
      <Panel
        query={query}
        isEmpty={(groups) => groups.length === 0}
        empty={
          <>
            <p className="plain">{t('stuck.none')}</p>
            <p className="subtle plain">{t('stuck.noneNote')}</p>
          </>
        }
      >
        {(groups) => <Causes groups={groups} resuming={resuming} />}
      </Panel>
    </>
  )
}

interface CausesProps {
  readonly groups: Groups
  readonly resuming: ReturnType<typeof useResuming>
}

const Causes = ({ groups, resuming }: CausesProps) => {
  const { t, text } = useTexts()
  const { cause } = route.useSearch()
  const chosen = groups.find((group) => group.cause === cause) ?? groups[0]
  return (
    <div className="two">
      <section aria-labelledby="groups-title">
        <h2 id="groups-title" className="card-title">
          {t('stuck.groups')}
        </h2>
        <Table size="small">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('stuck.cause')}</Table.HeaderCell>
              <Table.HeaderCell scope="col" align="right">
                {t('stuck.cases')}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('stuck.first')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('stuck.last')}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {groups.map((group) => (
              <Table.Row key={group.cause} selected={group === chosen}>
                <Table.DataCell>
                  <Link
                    to={paths.stuck}
                    search={{ cause: group.cause }}
                    className="aksel-link"
                    aria-current={group === chosen ? 'true' : undefined}
                  >
                    {text(group.text)}
                  </Link>
                </Table.DataCell>
                <Table.DataCell align="right">{group.count}</Table.DataCell>
                <Table.DataCell>{showMoment(group.firstAt)}</Table.DataCell>
                <Table.DataCell>{showMoment(group.lastAt)}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </section>
      {chosen !== undefined && <StuckCases key={chosen.cause} group={chosen} resuming={resuming} />}
    </div>
  )
}
