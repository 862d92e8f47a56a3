import { useQuery } from '@tanstack/react-query'

import { type Outputs, useTRPC } from '../api.ts'
import { da } from '../texts/da.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { showExactMoment } from '../ui/times.ts'
import { DecideLost } from './decide-lost.tsx'

type Lost = Outputs['operations']['lostSubmissions'][number]

/** What was sent for cases that the store no longer has. */
export const LostSubmissions = () => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const query = useQuery(trpc.operations.lostSubmissions.queryOptions())
  return (
    <Panel
      query={query}
      rows={1}
      isEmpty={(lost) => lost.length === 0}
      empty={<p className="plain">{t('lost.none')}</p>}
    >
      {(lost) => <LostTable lost={lost} />}
    </Panel>
  )
}

const isState = (word: string): word is keyof typeof da.lost.states => word in da.lost.states

const LostTable = ({ lost }: { readonly lost: readonly Lost[] }) => {
  const { t } = useTexts()
  return (
    <>
      <p className="plain">{t('lost.intro')}</p>
      <PlainTable
        label={t('lost.title')}
        columns={[
          t('lost.dialogue'),
          t('lost.sentAt'),
          t('lost.service'),
          t('lost.state'),
          t('lost.case'),
          t('lost.foundAt'),
          t('lost.decision'),
        ]}
        rows={lost.map(({ id, dialogue, sentAt, service, state, caseId, foundAt }) => [
          dialogue,
          showExactMoment(sentAt),
          service,
          isState(state) ? t(`lost.states.${state}`) : state,
          caseId,
          showExactMoment(foundAt),
          <DecideLost id={id} />,
        ])}
      />
    </>
  )
}
