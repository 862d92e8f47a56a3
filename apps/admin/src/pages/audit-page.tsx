import { Button, InlineMessage } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { AuditTable } from '../audit/audit-table.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Panel } from '../ui/panel.tsx'

const pageSize = 50

export const AuditPage = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const [befores, setBefores] = useState<readonly number[]>([])
  const before = befores.at(-1)
  const query = useQuery(
    trpc.audit.list.queryOptions({ limit: pageSize, ...(before !== undefined && { before }) }),
  )
  const last = query.data?.at(-1)?.seq
  const hasMore = query.data?.length === pageSize && last !== undefined
  return (
    <>
      <div className="head">
        <PageTitle title={t('audit.title')}>{t('audit.title')}</PageTitle>
      </div>
      <Verification />
      <Panel query={query} rows={8} isEmpty={(rows) => rows.length === 0} empty={t('audit.none')}>
        {(rows) => <AuditTable rows={rows} />}
      </Panel>
      <nav className="pages" aria-label={t('queue.pages')}>
        <Button
          size="small"
          variant="secondary"
          disabled={befores.length === 0}
          onClick={() => setBefores(befores.slice(0, -1))}
        >
          {t('queue.previous')}
        </Button>
        <Button
          size="small"
          variant="secondary"
          disabled={!hasMore}
          onClick={() => last !== undefined && setBefores([...befores, last])}
        >
          {t('queue.next')}
        </Button>
      </nav>
    </>
  )
}

/** Each row is sealed by the one before it: a change anywhere shows. */
const Verification = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.audit.verify.queryOptions(undefined, { enabled: false }))
  const { data } = query
  return (
    <div className="buttons">
      <Button
        size="small"
        variant="secondary"
        loading={query.isFetching}
        onClick={() => void query.refetch()}
      >
        {t('audit.verify')}
      </Button>
      <div role="status">
        {data !== undefined && (
          <InlineMessage status={data.intact ? 'success' : 'error'} size="small">
            {t(data.intact ? 'audit.intact' : 'audit.broken', { upTo: data.upTo })}
          </InlineMessage>
        )}
      </div>
    </div>
  )
}
