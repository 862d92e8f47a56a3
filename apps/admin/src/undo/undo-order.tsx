import { Button, InlineMessage, LocalAlert } from '@navikt/ds-react'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { type Bilingual, type Texts, useTexts } from '../texts/use-texts.ts'
import { asSentence, Blockers } from './blockers.tsx'
import { DisabledReason, whyNot } from './disabled-reason.tsx'
import { isBlocked, isTaken, type Plan, type Way } from './planned.ts'
import { ReasonField } from './reason-field.tsx'
import { RehearsalNote, RehearseButton } from './rehearse.tsx'
import { UndoConfirm } from './undo-confirm.tsx'
import { useReason } from './use-reason.ts'
import type { Rehearsal } from './use-rehearsal.ts'
import { useUndo } from './use-undo.ts'

interface UndoOrderProps {
  readonly view: CaseView
  /** Undefined while it is made. */
  readonly plan: Plan | undefined
  readonly also: readonly string[]
  readonly rehearsal: Rehearsal
  readonly onRehearse: () => void
  readonly onWay: (way: Way) => void
  readonly onPlanAgain: () => void
}

/** Why, what stands in the way, and the order itself. */
export const UndoOrder = ({ view, plan, also, rehearsal, ...on }: UndoOrderProps) => {
  const texts = useTexts()
  const { t } = texts
  const reason = useReason()
  const [isAsked, setAsked] = useState(false)
  const undo = useUndo(view.caseId, () => {
    setAsked(false)
    on.onPlanAgain()
  })
  const steps = plan?.steps ?? []
  const taken = steps.filter((step) => isTaken(step, also))
  const count = taken.length
  const closed = whyClosed(view, plan, { texts, count })
  const isOff = closed !== undefined
  const word = view.status === 'partlyUndone' ? 'submitRest' : 'submitUndo'
  const order = () =>
    plan !== undefined &&
    undo.order({
      caseId: view.caseId,
      reason: reason.text,
      plan: plan.fingerprint,
      ...(also.length > 0 && { also: [...also] }),
    })
  return (
    <div className="change-order">
      <ReasonField reason={reason} />
      <Blockers view={view} blockers={plan?.blockers ?? []} way="undo" onWay={on.onWay} />
      <BuildsOn count={taken.filter(({ isPrimary, together }) => !isPrimary && !together).length} />
      <CalledOff reasons={undo.calledOff} />
      <div role="alert">
        {undo.error !== null && <p className="field-error">{explain(undo.error, t)}</p>}
      </div>
      <div className="buttons change-buttons">
        <Button
          size="small"
          data-color="danger"
          className={isOff ? 'off' : ''}
          aria-disabled={isOff}
          aria-describedby="undo-off"
          onClick={() => {
            if (!isOff && reason.isGiven()) setAsked(true)
          }}
        >
          {count === 0 ? t('undo.undo') : t(`undo.${word}`, { count })}
        </Button>
        <RehearseButton
          rehearsal={rehearsal}
          isOff={isNothing(plan, count)}
          onRun={on.onRehearse}
        />
      </div>
      <DisabledReason id="undo-off" reason={closed} />
      <RehearsalNote rehearsal={rehearsal} isOff={isNothing(plan, count)} />
      <UndoConfirm
        view={view}
        taken={taken}
        kept={steps.length - count}
        open={isAsked}
        busy={undo.isPending}
        onConfirm={order}
        onClose={() => setAsked(false)}
      />
    </div>
  )
}

const isNothing = (plan: Plan | undefined, count: number) => plan === undefined || count === 0

interface Closing {
  readonly texts: Texts
  readonly count: number
}

/** The case says no, nothing is to be taken back, or something is in the way. */
const whyClosed = (
  view: CaseView,
  plan: Plan | undefined,
  { texts: { t, text }, count }: Closing,
): string | undefined => {
  const refusal = whyNot(view, 'undo')
  if (refusal !== undefined) return text(refusal)
  if (plan === undefined) return t('undo.noPlanYet')
  if (isBlocked(plan)) return t('undo.isBlocked')
  return count === 0 ? t('undo.noSteps') : undefined
}

const BuildsOn = ({ count }: { readonly count: number }) => {
  const { t } = useTexts()
  if (count === 0) return null
  return (
    <InlineMessage status="warning" size="small">
      {t('undo.buildsOn', { count })}
    </InlineMessage>
  )
}

/** The case made the plan once more, and it was not the one that somebody had read. */
const CalledOff = ({ reasons }: { readonly reasons: readonly Bilingual[] }) => {
  const { t, text } = useTexts()
  return (
    <div role="alert">
      {reasons.length > 0 && (
        <LocalAlert status="warning" size="small">
          <LocalAlert.Header>
            <LocalAlert.Title as="h2">{t('undo.calledOff')}</LocalAlert.Title>
          </LocalAlert.Header>
          <LocalAlert.Content>
            {reasons.map((reason) => (
              <p key={reason.da} className="plain">
                {asSentence(text(reason))}
              </p>
            ))}
          </LocalAlert.Content>
        </LocalAlert>
      )}
    </div>
  )
}
