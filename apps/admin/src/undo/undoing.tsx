import { Button, TextField } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { type Outputs, useTRPC } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { isReason } from '../ui/reason-dialog.tsx'
import { Blockers } from './blockers.tsx'
import { DisabledReason, whyNot } from './disabled-reason.tsx'
import { onceOnly } from './once-only.ts'
import { CountedSteps, PlanCard } from './plan-card.tsx'

/** Takes a case back, newest registration first. */
export const Undoing = ({ view }: { readonly view: CaseView }) => {
  const trpc = useTRPC()
  const plan = useQuery(trpc.cases.planUndo.queryOptions({ caseId: view.caseId }, onceOnly))
  return (
    <>
      <UndoOrder view={view} plan={plan.data ?? noPlan} />
      <PlanCard>
        <Panel query={plan} rows={5}>
          {({ steps }) => <CountedSteps view={view} steps={steps} />}
        </Panel>
      </PlanCard>
    </>
  )
}

type Plan = Outputs['cases']['planUndo']
const noPlan: Plan = { steps: [], blockers: [] }

/** Nothing to take back, something in the way, or the case says no. */
const isClosed = ({ steps, blockers }: Plan) =>
  steps.length === 0 || blockers.some(({ severity }) => severity === 'error')

interface UndoOrderProps {
  readonly view: CaseView
  readonly plan: Plan
}

const UndoOrder = ({ view, plan }: UndoOrderProps) => {
  const { t, text } = useTexts()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const undo = useUndo(view.caseId, () => setAsked(false))
  const count = plan.steps.filter(({ policy }) => policy === 'undo').length
  const refusal = whyNot(view, 'undo')
  const isOff = refusal !== undefined || isClosed(plan)
  const ask = () => {
    setTried(true)
    if (!isOff && isReason(reason)) setAsked(true)
  }
  return (
    <div className="change-order">
      <TextField
        size="small"
        label={t('undo.reason')}
        description={t('undo.reasonHint')}
        value={reason}
        error={isTried && !isReason(reason) ? t('case.reasonShort') : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <Blockers blockers={plan.blockers} />
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
        {count === 0 ? t('undo.undo') : t('undo.submitUndo', { count })}
      </Button>
      <DisabledReason id="undo-off" reason={refusal === undefined ? undefined : text(refusal)} />
      <ConfirmDialog
        open={isAsked}
        title={t('undo.confirmTitle', { count })}
        text={t('undo.confirmText')}
        confirm={t('undo.confirm', { count })}
        tone="danger"
        busy={undo.isPending}
        onConfirm={() => undo.order(reason.trim())}
        onClose={() => setAsked(false)}
      />
    </div>
  )
}

/** One key for one order: pressed twice, it is still one undo. */
const useUndo = (caseId: string, onRefused: () => void) => {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const undo = useMutation(
    trpc.cases.undo.mutationOptions({
      onSuccess: async (after) => {
        queries.setQueryData(trpc.cases.get.queryKey({ caseId }), after)
        await navigate({ to: paths.case, params: { caseId } })
      },
      onError: onRefused,
    }),
  )
  return { ...undo, order: (reason: string) => undo.mutate({ caseId, reason, idempotencyKey }) }
}
