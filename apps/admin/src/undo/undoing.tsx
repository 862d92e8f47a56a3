import { Button, TextField } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { explain } from '../api-error.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { isReason } from '../ui/reason-dialog.tsx'
import { Blockers } from './blockers.tsx'
import { DisabledReason, whyNot } from './disabled-reason.tsx'
import { CountedSteps, PlanCard } from './plan-card.tsx'

/** Takes a case back, newest registration first. */
export const Undoing = ({ view }: { readonly view: CaseView }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const { caseId } = view
  const plan = useQuery(trpc.cases.planUndo.queryOptions({ caseId }))
  const undo = useMutation(
    trpc.cases.undo.mutationOptions({
      onSuccess: async (after) => {
        queries.setQueryData(trpc.cases.get.queryKey({ caseId }), after)
        await navigate({ to: paths.case, params: { caseId } })
      },
      onError: () => setAsked(false),
    }),
  )
  const steps = plan.data?.steps.filter(({ policy }) => policy !== 'keep') ?? []
  const blocked = plan.data?.blockers.some(({ severity }) => severity === 'error') === true
  const refusal = whyNot(view, 'undo')
  const isOff = refusal !== undefined || blocked || steps.length === 0
  const ask = () => {
    setTried(true)
    if (!isOff && isReason(reason)) setAsked(true)
  }
  return (
    <>
      <div className="change-order">
        <TextField
          size="small"
          label={t('undo.reason')}
          description={t('undo.reasonHint')}
          value={reason}
          error={isTried && !isReason(reason) ? t('case.reasonShort') : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <Blockers blockers={plan.data?.blockers ?? []} />
        <div role="alert">
          {undo.isError && <p className="field-error">{explain(undo.error, t)}</p>}
        </div>
        <Button
          size="small"
          data-color="danger"
          className={isOff ? 'start off' : 'start'}
          aria-disabled={isOff}
          aria-describedby="undo-off"
          onClick={ask}
        >
          {t('undo.submitUndo', { count: steps.length })}
        </Button>
        <DisabledReason id="undo-off" reason={refusal === undefined ? undefined : text(refusal)} />
      </div>
      <PlanCard>
        <Panel query={plan} rows={5}>
          {({ steps: all }) => <CountedSteps steps={all} />}
        </Panel>
      </PlanCard>
      <ConfirmDialog
        open={isAsked}
        title={t('undo.confirmTitle', { count: steps.length })}
        text={t('undo.confirmText')}
        confirm={t('undo.confirm', { count: steps.length })}
        tone="danger"
        busy={undo.isPending}
        onConfirm={() => undo.mutate({ caseId, reason: reason.trim(), idempotencyKey: key })}
        onClose={() => setAsked(false)}
      />
    </>
  )
}
