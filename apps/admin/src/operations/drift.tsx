import { InlineMessage } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'

import { type Outputs, useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { showMoment } from '../ui/times.ts'

type DriftPage = Outputs['operations']['drift']

const nowAndThen = 30_000

/** How the register's answers differ from what is described: news, save what is an alarm. */
export const Drift = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(
    trpc.operations.drift.queryOptions(undefined, { refetchInterval: nowAndThen }),
  )
  return (
    <Panel
      query={query}
      rows={1}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<p className="plain">{t('drift.none')}</p>}
    >
      {(page) => (
        <>
          <Alarm rows={page.rows} />
          <p className="plain">{t('drift.intro')}</p>
          <DriftTable rows={page.rows} />
          {page.total > page.rows.length && (
            <p className="plain">
              {t('drift.more', { shown: page.rows.length, total: page.total })}
            </p>
          )}
        </>
      )}
    </Panel>
  )
}

const Alarm = ({ rows }: Pick<DriftPage, 'rows'>) => {
  const { t } = useTexts()
  const count = rows.filter(({ alarm }) => alarm).reduce((sum, row) => sum + row.count, 0)
  if (count === 0) return null
  return (
    <InlineMessage status="error" size="small" role="alert">
      {t('drift.alarm', { count })}
    </InlineMessage>
  )
}

const DriftTable = ({ rows }: Pick<DriftPage, 'rows'>) => {
  const { t, text } = useTexts()
  return (
    <PlainTable
      label={t('drift.title')}
      columns={[
        t('drift.where'),
        t('drift.field'),
        t('drift.sample'),
        t('drift.count'),
        t('drift.first'),
        t('drift.last'),
      ]}
      rows={rows.map((row) => [
        `${row.service || t('operations.signOn')} ${row.place}: ${text(row.text)}`,
        row.placeName === null ? '' : text(row.placeName),
        row.sample,
        row.count,
        showMoment(row.firstAt),
        showMoment(row.lastAt),
      ])}
    />
  )
}
