import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { onceOnly } from './once-only.ts'
import { PlanSteps } from './plan-steps.tsx'
import { isBlocked, isTaken, type Plan, type Way } from './planned.ts'
import { UndoOrder } from './undo-order.tsx'
import { useRehearsal } from './use-rehearsal.ts'

export interface WayProps {
  readonly view: CaseView
  readonly onWay: (way: Way) => void
}

/** Takes a case back, newest registration first. */
export const Undoing = ({ view, onWay }: WayProps) => {
  const trpc = useTRPC()
  const [also, setAlso] = useState<readonly string[]>([])
  const asked = { caseId: view.caseId, ...(also.length > 0 && { also: [...also] }) }
  const query = useQuery(
    trpc.cases.planUndo.queryOptions(asked, { ...onceOnly, placeholderData: keepPreviousData }),
  )
  const { rehearsal, run } = useRehearsal(asked, query.data?.fingerprint)
  const choose = (caseId: string, isChosen: boolean) =>
    setAlso((known) => (isChosen ? [...known, caseId] : known.filter((one) => one !== caseId)))
  return (
    <>
      <section className="card" aria-busy={query.isPlaceholderData}>
        <Panel query={query} rows={5}>
          {(plan) =>
            plan.steps.length === 0 ? (
              <NoSteps plan={plan} />
            ) : (
              <PlanSteps
                view={view}
                steps={plan.steps}
                also={also}
                onAlso={choose}
                answers={rehearsal.type === 'done' ? rehearsal.steps : []}
              />
            )
          }
        </Panel>
        <p role="status" className="sr-only">
          {also.length > 0 && (
            <PlanAgain plan={query.isPlaceholderData ? null : query.data} also={also} />
          )}
        </p>
      </section>
      <UndoOrder
        view={view}
        // While the plan is made anew, the one on the screen is not what would be ordered.
        plan={query.isPlaceholderData ? undefined : query.data}
        also={also}
        rehearsal={rehearsal}
        onRehearse={run}
        onWay={onWay}
        onPlanAgain={() => void query.refetch()}
      />
    </>
  )
}

const NoSteps = ({ plan }: { readonly plan: Plan }) => {
  const { t } = useTexts()
  return (
    <>
      <h2 className="card-title">{t('undo.planTitle')}</h2>
      <p className="plain">{t(isBlocked(plan) ? 'undo.noPlan' : 'undo.noSteps')}</p>
    </>
  )
}

interface PlanAgainProps {
  readonly plan: Plan | null | undefined
  readonly also: readonly string[]
}

/** Heard where a choice makes the plan anew. */
const PlanAgain = ({ plan, also }: PlanAgainProps) => {
  const { t } = useTexts()
  if (plan === null || plan === undefined) return t('undo.planAgain')
  return t('undo.planNew', { count: plan.steps.filter((step) => isTaken(step, also)).length })
}
