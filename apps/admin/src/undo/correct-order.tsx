import { Button } from '@navikt/ds-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { explain, toApiError } from '../api-error.ts'
import { useTRPC } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import type { Changes } from '../forms/event-form.tsx'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Blockers } from './blockers.tsx'
import { DisabledReason } from './disabled-reason.tsx'
import { PeopleTouched } from './people-touched.tsx'
import { isBlocked, movedIn, type Plan, type Way } from './planned.ts'
import { ReasonField } from './reason-field.tsx'
import { RehearsalNote, RehearseButton } from './rehearse.tsx'
import { useReason } from './use-reason.ts'
import type { Rehearsal } from './use-rehearsal.ts'

interface CorrectOrderProps {
  readonly view: CaseView
  readonly plan: Plan
  readonly changes: Changes
  readonly rehearsal: Rehearsal
  readonly onRehearse: () => void
  readonly onWay: (way: Way) => void
}

/** Why, what stands in the way, and the order of the correction. */
export const CorrectOrder = ({ view, plan, changes, rehearsal, ...on }: CorrectOrderProps) => {
  const { t } = useTexts()
  const reason = useReason()
  const [isAsked, setAsked] = useState(false)
  const correct = useCorrection(() => setAsked(false))
  const count = plan.steps.length
  const isOff = count === 0 || isBlocked(plan)
  const moved = movedIn(plan.steps)
  return (
    <div className="change-order">
      <Blockers view={view} blockers={plan.blockers} way="correct" onWay={on.onWay} />
      <ReasonField reason={reason} />
      <div role="alert">
        {correct.error !== null && <p className="field-error">{explain(correct.error, t)}</p>}
      </div>
      <div className="buttons change-buttons">
        <Button
          size="small"
          className={isOff ? 'off' : ''}
          aria-disabled={isOff}
          aria-describedby="correct-off"
          onClick={() => {
            if (!isOff && reason.isGiven()) setAsked(true)
          }}
        >
          {t('undo.submitCorrect')}
        </Button>
        <RehearseButton rehearsal={rehearsal} isOff={isOff} onRun={on.onRehearse} />
      </div>
      <DisabledReason
        id="correct-off"
        reason={isOff ? t(count === 0 ? 'undo.nothingChanged' : 'undo.isBlocked') : undefined}
      />
      <RehearsalNote rehearsal={rehearsal} isOff={isOff} />
      <ConfirmDialog
        open={isAsked}
        title={t('undo.confirmCorrectTitle', { count })}
        text={t('undo.confirmCorrectText')}
        confirm={t('undo.confirmCorrect')}
        busy={correct.isPending}
        onConfirm={() =>
          correct.order({
            caseId: view.caseId,
            data: structuredClone(changes),
            reason: reason.text,
          })
        }
        onClose={() => setAsked(false)}
      >
        <PeopleTouched view={view} steps={plan.steps} />
        {moved > 0 && <p className="dialog-field">{t('undo.confirmMoves', { count: moved })}</p>}
      </ConfirmDialog>
    </div>
  )
}

interface Order {
  readonly caseId: string
  readonly data: Changes
  readonly reason: string
}

/** One key for one order; a definite no frees it. */
const useCorrection = (onRefused: () => void) => {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID())
  const correct = useMutation(
    trpc.cases.correct.mutationOptions({
      onSuccess: ({ caseId }) => navigate({ to: paths.case, params: { caseId } }),
      onError: (error) => {
        if (toApiError(error).code !== 'offline') setKey(crypto.randomUUID())
        onRefused()
      },
    }),
  )
  return {
    order: (order: Order) => correct.mutate({ ...order, idempotencyKey }),
    isPending: correct.isPending,
    error: correct.error,
  }
}
