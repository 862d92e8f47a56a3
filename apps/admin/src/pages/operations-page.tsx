import { InlineMessage } from '@navikt/ds-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { statuses } from '../addresses.ts'
import { useTRPC } from '../api.ts'
import { z } from '../checked.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'
import { PlainTable } from '../ui/plain-table.tsx'

const readiness = z.record(z.string(), z.unknown())

/** The same that a machine asks before it sends anybody here. */
const health = queryOptions({
  queryKey: ['health'],
  refetchInterval: 5_000,
  queryFn: async ({ signal }) => {
    const answer = await fetch('/health/ready', { signal })
    const parts = readiness.safeParse(await answer.json().catch(() => ({})))
    return { isReady: answer.ok, parts: parts.success ? parts.data : {} }
  },
})

export const OperationsPage = () => {
  const { t } = useTexts()
  const query = useQuery(health)
  return (
    <>
      <PageTitle title={t('operations.title')}>{t('operations.title')}</PageTitle>
      <section aria-labelledby="health-title">
        <h2 id="health-title" className="section-title">
          {t('operations.health')}
        </h2>
        <Panel query={query} rows={2}>
          {({ isReady, parts }) => (
            <>
              <div role="status">
                <InlineMessage status={isReady ? 'success' : 'error'} size="small">
                  {t(isReady ? 'operations.ready' : 'operations.notReady')}
                </InlineMessage>
              </div>
              {Object.keys(parts).length > 0 && (
                <PlainTable
                  label={t('operations.parts')}
                  columns={[t('operations.part'), t('operations.state')]}
                  rows={Object.entries(parts).map(([part, state]) => [part, showState(state)])}
                />
              )}
            </>
          )}
        </Panel>
      </section>
      <CasesByStatus />
    </>
  )
}

const showState = (state: unknown) => (typeof state === 'string' ? state : JSON.stringify(state))

/** Each figure leads to the list behind it. */
const CasesByStatus = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.cases.counts.queryOptions())
  return (
    <section aria-labelledby="statuses-title">
      <h2 id="statuses-title" className="section-title">
        {t('operations.statuses')}
      </h2>
      <Panel query={query} rows={6}>
        {({ byStatus }) => (
          <PlainTable
            label={t('operations.statuses')}
            columns={[t('operations.status'), t('operations.cases')]}
            rows={statuses.map((status) => [
              t(`status.${status}`),
              <Link
                key={status}
                to={paths.queue}
                search={{ scope: 'all', status }}
                className="aksel-link"
                aria-label={`${t(`status.${status}`)}: ${byStatus[status] ?? 0}`}
              >
                {byStatus[status] ?? 0}
              </Link>,
            ])}
          />
        )}
      </Panel>
    </section>
  )
}
