import { Button, TextField } from '@navikt/ds-react'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { explain } from '../api-error.ts'
import { useTRPC } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { type Changes, EventForm } from '../forms/event-form.tsx'
import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { isReason } from '../ui/reason-dialog.tsx'
import { Blockers } from './blockers.tsx'
import { DisabledReason, whyNot } from './disabled-reason.tsx'
import { FieldDiffs } from './field-diffs.tsx'
import { onceOnly } from './once-only.ts'
import { CountedSteps, PlanCard } from './plan-card.tsx'

/** Corrects what was registered: only the fields that somebody changes. */
export const Correcting = ({ view }: { readonly view: CaseView }) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const [changes, setChanges] = useState<Changes | null>(null)
  const event = useQuery(
    trpc.catalogue.event.queryOptions({ event: view.event }, { staleTime: Infinity }),
  )
  const isChanged = changes !== null && Object.keys(changes).length > 0
  const data = isChanged ? structuredClone(changes) : null
  const plan = useQuery(
    trpc.cases.planCorrection.queryOptions(
      data === null ? skipToken : { caseId: view.caseId, data },
      onceOnly,
    ),
  )
  const refusal = whyNot(view, 'correct')
  return (
    <>
      <div className="change-order">
        <h2 className="section-title">{t('undo.fields')}</h2>
        <p className="subtle plain">{t('undo.fieldsHint')}</p>
        <Panel query={event} rows={5}>
          {({ fields }) => (
            <EventForm
              fields={fields}
              data={view.data}
              purpose={view.purpose}
              disabled={refusal !== undefined}
              found={[]}
              isAnswer={false}
              onSave={() => setChanges(null)}
              onSubmit={setChanges}
            >
              <div className="buttons">
                <Button
                  type="submit"
                  size="small"
                  variant="secondary"
                  disabled={refusal !== undefined}
                >
                  {t('undo.makePlan')}
                </Button>
              </div>
            </EventForm>
          )}
        </Panel>
        <div role="status">
          {changes !== null && !isChanged && <p>{t('undo.nothingChanged')}</p>}
        </div>
        <DisabledReason
          id="correct-off"
          reason={refusal === undefined ? undefined : text(refusal)}
        />
      </div>
      {data !== null && (
        <PlanCard>
          <Panel query={plan} rows={4}>
            {({ steps, blockers, diff = [] }) => (
              <>
                <Blockers blockers={blockers} />
                <FieldDiffs event={view.event} diffs={diff} />
                {steps.length > 0 && <CountedSteps view={view} steps={steps} />}
                {!blockers.some(({ severity }) => severity === 'error') && (
                  <SendCorrection caseId={view.caseId} data={data} />
                )}
              </>
            )}
          </Panel>
        </PlanCard>
      )}
    </>
  )
}

interface SendCorrectionProps {
  readonly caseId: string
  readonly data: Changes
}

const SendCorrection = ({ caseId, data }: SendCorrectionProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const correct = useMutation(
    trpc.cases.correct.mutationOptions({
      onSuccess: (made) => navigate({ to: paths.case, params: { caseId: made.caseId } }),
      onError: () => setAsked(false),
    }),
  )
  const ask = () => {
    setTried(true)
    if (isReason(reason)) setAsked(true)
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
      <div role="alert">
        {correct.isError && <p className="field-error">{explain(correct.error, t)}</p>}
      </div>
      <Button size="small" className="start" onClick={ask}>
        {t('undo.submitCorrect')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={t('undo.confirmCorrectTitle')}
        text={t('undo.confirmCorrectText')}
        confirm={t('undo.confirmCorrect')}
        busy={correct.isPending}
        onConfirm={() =>
          correct.mutate({
            caseId,
            data: structuredClone(data),
            reason: reason.trim(),
            idempotencyKey: key,
          })
        }
        onClose={() => setAsked(false)}
      />
    </div>
  )
}
