import { Button } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import { type Changes, EventForm } from '../forms/event-form.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { CorrectOrder } from './correct-order.tsx'
import { whyNot } from './disabled-reason.tsx'
import { FieldDiffs } from './field-diffs.tsx'
import { onceOnly } from './once-only.ts'
import { PlanSteps } from './plan-steps.tsx'
import { standingData } from './standing-data.ts'
import type { WayProps } from './undoing.tsx'
import { useRehearsal } from './use-rehearsal.ts'

/** What is typed, and whether the plan on the screen is about it. */
type Typed =
  | { readonly type: 'nothing' }
  | { readonly type: 'unchanged' }
  | { readonly type: 'planned'; readonly changes: Changes }
  /** Somebody typed on: the plan that was shown is not about this. */
  | { readonly type: 'void' }

const typedOn = ({ type }: Typed): Typed => ({ type: type === 'planned' ? 'void' : 'nothing' })

/** A field that is left as it was planned changes nothing. */
const leftWith =
  (changes: Changes) =>
  (typed: Typed): Typed =>
    typed.type === 'planned' && isPartOf(changes, typed.changes) ? typed : typedOn(typed)

const isPartOf = (some: Changes, all: Changes) =>
  Object.entries(some).every(
    ([field, value]) => JSON.stringify(all[field]) === JSON.stringify(value),
  )

const typedAs = (changes: Changes): Typed =>
  Object.keys(changes).length === 0
    ? { type: 'unchanged' }
    : { type: 'planned', changes: structuredClone(changes) }

/** Corrects what was registered: only the fields that somebody changes. */
export const Correcting = ({ view, onWay }: WayProps) => {
  const { t, text } = useTexts()
  const [typed, setTyped] = useState<Typed>({ type: 'nothing' })
  const refusal = whyNot(view, 'correct')
  if (refusal !== undefined) return <p className="change-order">{text(refusal)}</p>
  return (
    <>
      <div className="change-order">
        <div className="change-intro">
          <h2 className="section-title">{t('undo.fields')}</h2>
          <p className="subtle plain">{t('undo.fieldsHint')}</p>
        </div>
        <CorrectionForm
          view={view}
          onTyping={() => setTyped(typedOn)}
          onLeave={(changes) => setTyped(leftWith(changes))}
          onSubmit={(changes) => setTyped(typedAs(changes))}
        />
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
  readonly onTyping: () => void
  readonly onLeave: (changes: Changes) => void
  readonly onSubmit: (changes: Changes) => void
}

/** Filled in with what stands: what the case said, held against the register. */
const CorrectionForm = ({ view, onTyping, onLeave, onSubmit }: CorrectionFormProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const event = useQuery(
    trpc.catalogue.event.queryOptions({ event: view.event }, { staleTime: Infinity }),
  )
  const standing = useQuery(
    trpc.cases.planCorrection.queryOptions(
      { caseId: view.caseId, data: structuredClone(view.data) },
      onceOnly,
    ),
  )
  return (
    <Panel query={event} rows={5}>
      {({ fields }) => (
        <Panel query={standing} rows={5}>
          {({ diff = [] }) => (
            <div onChange={onTyping}>
              <EventForm
                fields={fields}
                data={standingData(view.data, diff)}
                purpose={view.purpose}
                disabled={false}
                marksChanges
                found={[]}
                isAnswer={false}
                onSave={onLeave}
                onSubmit={onSubmit}
              >
                <div className="buttons">
                  <Button type="submit" size="small" variant="secondary">
                    {t('undo.makePlan')}
                  </Button>
                </div>
              </EventForm>
            </div>
          )}
        </Panel>
      )}
    </Panel>
  )
}

const Planned = ({ view, changes, onWay }: WayProps & { readonly changes: Changes }) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const asked = { caseId: view.caseId, data: structuredClone(changes) }
  const plan = useQuery(trpc.cases.planCorrection.queryOptions(asked, onceOnly))
  const { rehearsal, run } = useRehearsal(asked, plan.data?.fingerprint)
  return (
    <>
      <section className="card card-following">
        <p role="status" className="sr-only">
          {plan.data !== undefined && t('undo.plan', { count: plan.data.steps.length })}
        </p>
        <Panel query={plan} rows={4}>
          {({ steps, diff = [] }) => (
            <>
              {steps.length === 0 && <FieldDiffs event={view.event} diffs={diff} />}
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
