import { Button, CopyButton, InlineMessage, LocalAlert, Skeleton } from '@navikt/ds-react'
import type { ReactNode } from 'react'

import { explain, toApiError } from '../api-error.ts'
import { useTexts } from '../texts/use-texts.ts'

/** As much of a query as a panel needs. */
interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isFetching: boolean
  readonly errorUpdatedAt: number
  readonly refetch: () => unknown
}

interface PanelProps<Data> {
  readonly query: Asked<Data>
  readonly rows?: number
  readonly isEmpty?: (data: Data) => boolean
  readonly empty?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** Every list and panel goes through the same four states: loading, empty, error, stale. */
export function Panel<Data>({ query, rows = 4, isEmpty, empty, children }: PanelProps<Data>) {
  const { data, error } = query
  if (data === undefined) {
    return error === null ? <Loading rows={rows} /> : <Failure query={query} />
  }
  return (
    <>
      {error !== null && <Stale query={query} />}
      {isEmpty?.(data) === true ? <div className="empty">{empty}</div> : children(data)}
    </>
  )
}

const Loading = ({ rows }: { readonly rows: number }) => {
  const { t } = useTexts()
  return (
    <div className="late" role="status">
      <span className="sr-only">{t('panel.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} variant="text" width="100%" height={32} />
      ))}
    </div>
  )
}

const Failure = ({ query }: { readonly query: Asked<unknown> }) => {
  const { t } = useTexts()
  const { code, reason } = toApiError(query.error)
  if (code === 'FORBIDDEN') {
    return (
      <InlineMessage status="info" size="small" role="status">
        {t('panel.denied')} {explain(query.error, t)}
      </InlineMessage>
    )
  }
  const reference = `${reason}-${query.errorUpdatedAt.toString(36)}`
  return (
    <LocalAlert status="error" size="small" role="alert">
      <LocalAlert.Header>
        <LocalAlert.Title as="div">{t('panel.error')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p className="plain">
          {explain(query.error, t)} {t('panel.errorSaved')}
        </p>
        <p className="plain reference">
          {t('panel.reference', { reference })}
          <CopyButton size="xsmall" copyText={reference} title={t('panel.copyReference')} />
        </p>
        <Button size="small" variant="secondary" onClick={() => query.refetch()}>
          {t('panel.retry')}
        </Button>
      </LocalAlert.Content>
    </LocalAlert>
  )
}

const Stale = ({ query }: { readonly query: Asked<unknown> }) => {
  const { t } = useTexts()
  return (
    <div className="stale" role="status">
      <InlineMessage status="warning" size="small">
        {t('panel.stale')}
      </InlineMessage>
      <Button
        size="xsmall"
        variant="tertiary"
        loading={query.isFetching}
        onClick={() => query.refetch()}
      >
        {t('panel.retry')}
      </Button>
    </div>
  )
}
