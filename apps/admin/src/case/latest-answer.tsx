import { useQuery } from '@tanstack/react-query'

import { useTRPC } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { showMoment } from '../ui/times.ts'
import { showWire } from './show-wire.ts'

/** What the register last said, as it said it; numbers are covered by the api. */
export const LatestAnswer = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.cases.messages.queryOptions({ caseId }))
  return (
    <section className="card" aria-labelledby="latest-title">
      <h2 id="latest-title" className="card-title">
        {t('case.latest')}
      </h2>
      <Panel
        query={query}
        rows={2}
        isEmpty={(messages) => messages.length === 0}
        empty={<span className="subtle">{t('case.noLatest')}</span>}
      >
        {([latest]) =>
          latest !== undefined && (
            <>
              <p className="plain subtle">
                {latest.service} · {latest.outcome} · {showMoment(latest.at)}
              </p>
              <pre className="wire" tabIndex={0} aria-label={t('case.latest')}>
                {latest.reply === null ? t('messages.noReply') : showWire(latest.reply)}
              </pre>
            </>
          )
        }
      </Panel>
    </section>
  )
}
