import { Button } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { type Changes, EventForm } from '../forms/event-form.tsx'
import type { FieldView } from '../forms/field-values.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { CorrectOrder } from './correct-order.tsx'
import { whyNot } from './disabled-reason.tsx'
import { FieldDiffs } from './field-diffs.tsx'
import { onceOnly } from './once-only.ts'
import { PlanSteps } from './plan-steps.tsx'
import type { WayProps } from './undoing.tsx'
import { useRehearsal } from './use-rehearsal.ts'

/** What is typed, and whether the plan on the screen is about it. */
type Typed =
  | { readonly type: 'nothing' }
  | { readonly type: 'unchanged' }
  | { readonly type: 'planned'; readonly changes: Changes }
  /** Somebody typed on: the plan that was shown is not about this. */
  | { readonly type: 'void' }

/** Corrects what was registered: only the fields that somebody changes. */
export const Correcting = ({ view, onWay }: WayProps) => {
  const { t, text } = useTexts()
  const trpc = useTRPC()
  const [typed, setTyped] = useState<Typed>({ type: 'nothing' })
  const refusal = whyNot(view, 'correct')
  const event = useQuery(
    trpc.catalogue.event.queryOptions({ event: view.event }, { staleTime: Infinity }),
  )
  const onSubmit = (changes: Changes) =>
    setTyped(
      Object.keys(changes).length === 0
        ? { type: 'unchanged' }
        : { type: 'planned', changes: structuredClone(changes) },
    )
  if (refusal !== undefined) return <p className="change-order">{text(refusal)}</p>
  return (
    <>
      <div className="change-order">
        <h2 className="section-title">{t('undo.fields')}</h2>
        <p className="subtle plain">{t('undo.fieldsHint')}</p>
        <Panel query={event} rows={5}>
          {({ fields }) => (
            <CorrectionForm
              view={view}
              fields={fields}
              onTypedOn={() =>
                setTyped(({ type }) => ({ type: type === 'planned' ? 'void' : 'nothing' }))
              }
              onSubmit={onSubmit}
            />
          )}
        </Panel>
        <div role="status">
          {typed.type === 'unchanged' && <p className="plain">{t('undo.nothingChanged')}</p>}
          {typed.type === 'void' && <p className="plain">{t('undo.formChanged')}</p>}
        </div>
      </div>
      {typed.type === 'planned' && (
        <Planned
          key={JSON.stringify(typed.changes)}
          view={view}
          changes={typed.changes}
          onWay={onWay}
        />
      )}
    </>
  )
}

interface CorrectionFormProps extends Pick<WayProps, 'view'> {
  readonly fields: readonly FieldView[]
  readonly onTypedOn: () => void
  readonly onSubmit: (changes: Changes) => void
}

const CorrectionForm = ({ view, fields, onTypedOn, onSubmit }: CorrectionFormProps) => {
  const { t } = useTexts()
  return (
    <EventForm
      fields={fields}
      data={view.data}
      purpose={view.purpose}
      disabled={false}
      marksChanges
      found={[]}
      isAnswer={false}
      onSave={onTypedOn}
      onSubmit={onSubmit}
    >
      <div className="buttons">
        <Button type="submit" size="small" variant="secondary">
          {t('undo.makePlan')}
        </Button>
      </div>
    </EventForm>
  )
}

const Planned = ({ view, changes, onWay }: WayProps & { readonly changes: Changes }) => {
  const trpc = useTRPC()
  const asked = { caseId: view.caseId, data: structuredClone(changes) }
  const plan = useQuery(trpc.cases.planCorrection.queryOptions(asked, onceOnly))
  const { rehearsal, run } = useRehearsal(asked, plan.data?.fingerprint)
  return (
    <>
      <section className="card">
        <Panel query={plan} rows={4}>
          {({ steps, diff = [] }) => (
            <>
              <FieldDiffs event={view.event} diffs={diff} />
              {steps.length > 0 && (
                <PlanSteps
                  view={view}
                  steps={steps}
                  also={[]}
                  answers={rehearsal.type === 'done' ? rehearsal.steps : []}
                />
              )}
            </>
          )}
        </Panel>
      </section>
      {plan.data !== undefined && (
        <CorrectOrder
          view={view}
          plan={plan.data}
          changes={changes}
          rehearsal={rehearsal}
          onRehearse={run}
          onWay={onWay}
        />
      )}
    </>
  )
}
