import { InlineMessage } from '@navikt/ds-react'
import { statuses } from '@sagsgang/machines'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useTRPC } from '../api.ts'
import { Drift } from '../operations/drift.tsx'
import { LostSubmissions } from '../operations/lost-submissions.tsx'
import { QueueFigures, RegisterFigures } from '../operations/queue-figures.tsx'
import { paths } from '../paths.ts'
import { countText } from '../queue/count-text.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'
import { PlainTable } from '../ui/plain-table.tsx'

const often = 5_000

/** The same that a machine asks before it sends anybody here. */
const health = queryOptions({
  queryKey: ['health'],
  refetchInterval: often,
  queryFn: async ({ signal }) => ({ isReady: (await fetch('/health/ready', { signal })).ok }),
})

export const OperationsPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const ready = useQuery(health)
  const overview = useQuery(
    trpc.operations.overview.queryOptions(undefined, { refetchInterval: often }),
  )
  return (
    <>
      <PageTitle title={t('operations.title')}>{t('operations.title')}</PageTitle>
      <Part id="health" title={t('operations.health')}>
        <Panel query={ready} rows={1}>
          {({ isReady }) => (
            <InlineMessage status={isReady ? 'success' : 'error'} size="small" role="status">
              {t(isReady ? 'operations.ready' : 'operations.notReady')}
            </InlineMessage>
          )}
        </Panel>
      </Part>
      <Part id="lost" title={t('lost.title')}>
        <LostSubmissions />
      </Part>
      <Part id="queue" title={t('operations.queue')}>
        <Panel query={overview} rows={3}>
          {({ queue }) => <QueueFigures queue={queue} />}
        </Panel>
      </Part>
      <Part id="register" title={t('operations.register')}>
        <Panel query={overview} rows={3}>
          {({ register }) => <RegisterFigures register={register} />}
        </Panel>
      </Part>
      <Part id="drift" title={t('drift.title')}>
        <Drift />
      </Part>
      <Part id="statuses" title={t('operations.statuses')}>
        <CasesByStatus />
      </Part>
    </>
  )
}

interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

const Part = ({ id, title, children }: PartProps) => (
  <section aria-labelledby={id}>
    <h2 id={id} className="section-title">
      {title}
    </h2>
    {children}
  </section>
)

/** Each figure leads to the list behind it. */
const CasesByStatus = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.cases.counts.queryOptions())
  return (
    <Panel query={query} rows={6}>
      {(counts) => (
        <PlainTable
          label={t('operations.cases')}
          columns={[t('operations.status'), t('operations.cases')]}
          rows={statuses.map((status) => [
            t(`status.${status}`),
            <Link
              key={status}
              to={paths.queue}
              search={{ scope: 'all', status }}
              className="aksel-link"
              aria-label={`${t(`status.${status}`)}: ${countText(counts.byStatus[status] ?? 0, counts)}`}
            >
              {countText(counts.byStatus[status] ?? 0, counts)}
            </Link>,
          ])}
        />
      )}
    </Panel>
  )
}
