import { Button, Table } from '@navikt/ds-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { type Outputs, useTRPC } from '../api.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showExactMoment } from '../ui/times.ts'
import { pauseBetween, useProgress } from './use-progress.ts'

type Item = Outputs['operations']['resumeRun']['items'][number]

const pageSize = 50
const most = 200

/** What came of each case: one that is solved leaves the list of stuck ones, its result stays here. */
export const RunItems = ({ runId }: { readonly runId: string }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const [limit, setLimit] = useState(pageSize)
  const progress = useProgress()
  const query = useQuery(
    trpc.operations.resumeRun.queryOptions(
      { runId, limit },
      {
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => pauseBetween(state.data),
      },
    ),
  )
  return (
    <section className="card attempts" aria-labelledby="items-title">
      <h2 id="items-title" className="card-title">
        {t('stuck.items')}
      </h2>
      <Panel query={query} rows={3}>
        {({ items, counts, state, next }) => (
          <>
            <p role="status" className="plain">
              {t(`stuck.runState.${state}`)}: {progress(counts)}
            </p>
            <ItemTable items={items} />
            {next !== null && limit < most && (
              <Button size="small" variant="secondary" onClick={() => setLimit(most)}>
                {t('stuck.more')}
              </Button>
            )}
          </>
        )}
      </Panel>
    </section>
  )
}

const moment = (iso: string | null) => (iso === null ? '' : showExactMoment(iso))

const ItemTable = ({ items }: { readonly items: readonly Item[] }) => {
  const { t, text } = useTexts()
  return (
    <div className="scroll" role="group" aria-label={t('stuck.items')} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('queue.columns.case')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.outcome')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.begun')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('stuck.ended')}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {items.map((item) => (
            <Table.Row key={item.place}>
              <Table.DataCell>
                <Link
                  to={paths.case}
                  params={{ caseId: item.caseId }}
                  className="aksel-link mono-figures nowrap"
                >
                  {item.number}
                </Link>
              </Table.DataCell>
              <Table.DataCell>
                {t(`stuck.item.${item.state}`)}
                {item.reason !== null && <span className="under">{text(item.reason)}</span>}
              </Table.DataCell>
              <Table.DataCell className="nowrap">{moment(item.startedAt)}</Table.DataCell>
              <Table.DataCell className="nowrap">{moment(item.endedAt)}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
