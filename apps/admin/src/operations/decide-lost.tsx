import { InlineMessage } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { useTRPC, useTRPCClient } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { ReasonedButton } from '../ui/reasoned-button.tsx'
import { showExactMoment } from '../ui/times.ts'
import { type Lost, loggedState } from './lost.ts'

const outcomes = ['applied', 'notApplied'] as const
type Outcome = (typeof outcomes)[number]

const deciders = new Set(['operator', 'senior'])

/** Whether a report of a case that is gone stands in the register: who has asked the CPR office says so. */
export const DecideLost = ({ lost }: { readonly lost: Lost }) => {
  const { t } = useTexts()
  const { id, service, sentAt } = lost
  const trpc = useTRPC()
  const [chosen, setChosen] = useState<Outcome | null>(null)
  const { data: me } = useQuery(trpc.me.queryOptions())
  const deciding = useDecidingLost(id, () => setChosen(null))
  const isAllowed = me !== undefined && deciders.has(me.role)
  return (
    <div className="buttons" role="group" aria-label={t('lost.decision')}>
      {outcomes.map((outcome) => (
        <ReasonedButton
          key={outcome}
          reason={isAllowed ? undefined : t('lost.notYours')}
          onClick={() => setChosen(outcome)}
        >
          {t(`lost.${outcome}`)}
        </ReasonedButton>
      ))}
      {deciding.error !== null && (
        <InlineMessage status="error" size="small" role="alert">
          {explain(deciding.error, t)}
        </InlineMessage>
      )}
      <ReasonDialog
        open={chosen !== null}
        title={t('lost.decideTitle', { outcome: t(`lost.${chosen ?? 'applied'}`) })}
        text={t('lost.decideText')}
        confirm={t('lost.decideConfirm')}
        busy={deciding.isPending}
        onConfirm={(reason) => chosen !== null && deciding.mutate({ outcome: chosen, reason })}
        onClose={() => setChosen(null)}
      >
        <p className="plain dialog-field">
          <strong>{t('lost.one', { service, at: showExactMoment(sentAt) })}</strong>
        </p>
        {chosen === 'notApplied' && loggedState(lost) === 'confirmed' && (
          <InlineMessage status="warning" size="small">
            {t('lost.against')}
          </InlineMessage>
        )}
      </ReasonDialog>
    </div>
  )
}

const useDecidingLost = (id: string, onSettled: () => void) => {
  const trpc = useTRPC()
  const { operations } = useTRPCClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (decision: { readonly outcome: Outcome; readonly reason: string }) =>
      operations.decideLost.mutate({ id, ...decision }),
    onSettled: async () => {
      onSettled()
      await queries.invalidateQueries({ queryKey: trpc.operations.lostSubmissions.queryKey() })
    },
  })
}
