import { InlineMessage, LocalAlert } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { type Outputs, useTRPC, useTRPCClient } from '../api.ts'
import { useUserNames } from '../shell/user-names.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { ReasonedButton } from '../ui/reasoned-button.tsx'
import { showMoment } from '../ui/times.ts'
import { Consequences } from './landing-dialog.tsx'

type Plan = Outputs['cases']['planLanding']
type Proposal = NonNullable<Plan['proposal']>

/** Shown to those who may see it where a move waits for a second person; nothing to anybody else. */
export const LandingProposal = ({ caseId }: { readonly caseId: string }) => {
  const trpc = useTRPC()
  const { data: me } = useQuery(trpc.me.queryOptions())
  const mayPlan = me !== undefined && me.role !== 'caseworker' && me.role !== 'service'
  const { data } = useQuery(trpc.cases.planLanding.queryOptions({ caseId }, { enabled: mayPlan }))
  if (data?.proposal == null) return null
  return <Waiting plan={data} proposal={data.proposal} />
}

interface WaitingProps {
  readonly plan: Plan
  readonly proposal: Proposal
}

const Waiting = ({ plan, proposal }: WaitingProps) => {
  const { t, text } = useTexts()
  const nameOf = useUserNames()
  const place = plan.places.find(({ to }) => to === proposal.to)
  return (
    <LocalAlert status="announcement" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('landing.waitingTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p className="plain">
          <strong>{t('landing.target', { name: text(proposal.name) })}</strong>
        </p>
        <p className="plain">
          {t('landing.proposedBy', {
            who: nameOf(proposal.proposedBy),
            at: showMoment(proposal.proposedAt),
            reason: proposal.reason,
          })}
        </p>
        {place !== undefined && <Consequences place={place} />}
        <p className="plain">{t('landing.expires', { at: showMoment(proposal.expiresAt) })}</p>
        <Second proposal={proposal} />
      </LocalAlert.Content>
    </LocalAlert>
  )
}

/** The one who did not propose it says yes or no. */
const Second = ({ proposal }: Pick<WaitingProps, 'proposal'>) => {
  const { t, text } = useTexts()
  const [dialog, setDialog] = useState<'none' | 'approve' | 'reject'>('none')
  const close = () => setDialog('none')
  const { approving, rejecting } = useSecond(proposal, close)
  const { allowed, reason } = proposal.approval
  const error = approving.error ?? rejecting.error
  const name = text(proposal.name)
  return (
    <div className="buttons">
      <ReasonedButton
        reason={allowed || reason === undefined ? undefined : text(reason)}
        onClick={() => setDialog('approve')}
      >
        {t('landing.approve')}
      </ReasonedButton>
      <ReasonedButton reason={undefined} variant="tertiary" onClick={() => setDialog('reject')}>
        {t('landing.reject')}
      </ReasonedButton>
      {error !== null && (
        <InlineMessage status="error" size="small" role="alert">
          {explain(error, t)}
        </InlineMessage>
      )}
      <ConfirmDialog
        open={dialog === 'approve'}
        title={t('landing.approveTitle', { name })}
        text={t('landing.approveText')}
        confirm={t('landing.approveConfirm')}
        tone="danger"
        busy={approving.isPending}
        onConfirm={() => approving.mutate()}
        onClose={close}
      />
      <ReasonDialog
        open={dialog === 'reject'}
        title={t('landing.rejectTitle')}
        text={t('landing.rejectText')}
        confirm={t('landing.rejectConfirm')}
        busy={rejecting.isPending}
        onConfirm={(why) => rejecting.mutate(why)}
        onClose={close}
      />
    </div>
  )
}

const useSecond = ({ caseId, landingId }: Proposal, onSettled: () => void) => {
  const trpc = useTRPC()
  const { cases } = useTRPCClient()
  const queries = useQueryClient()
  const after = {
    onSettled: async () => {
      onSettled()
      await queries.invalidateQueries({ queryKey: trpc.cases.planLanding.queryKey({ caseId }) })
      await queries.invalidateQueries({ queryKey: trpc.cases.get.queryKey({ caseId }) })
    },
  }
  const order = () => ({ caseId, landingId, idempotencyKey: crypto.randomUUID() })
  const approving = useMutation({
    mutationFn: () => cases.approveLanding.mutate(order()),
    ...after,
  })
  const rejecting = useMutation({
    mutationFn: (reason: string) => cases.rejectLanding.mutate({ ...order(), reason }),
    ...after,
  })
  return { approving, rejecting }
}
