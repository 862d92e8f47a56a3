import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useTRPC } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Panel } from '../ui/panel.tsx'
import { onceOnly } from './once-only.ts'
import { PlanSteps } from './plan-steps.tsx'
import { isTaken, type Way } from './planned.ts'
import { UndoOrder } from './undo-order.tsx'
import { useRehearsal } from './use-rehearsal.ts'

export interface WayProps {
  readonly view: CaseView
  readonly onWay: (way: Way) => void
}

/** Takes a case back, newest registration first. */
export const Undoing = ({ view, onWay }: WayProps) => {
  const { t } = useTexts()
  const trpc = useTRPC()
  const [also, setAlso] = useState<readonly string[]>([])
  const asked = { caseId: view.caseId, ...(also.length > 0 && { also: [...also] }) }
  const plan = useQuery(
    trpc.cases.planUndo.queryOptions(asked, { ...onceOnly, placeholderData: keepPreviousData }),
  )
  const { rehearsal, run } = useRehearsal(asked, plan.data?.fingerprint)
  const choose = (caseId: string, isChosen: boolean) =>
    setAlso((known) => (isChosen ? [...known, caseId] : known.filter((one) => one !== caseId)))
  const count = plan.data?.steps.filter((step) => isTaken(step, also)).length ?? 0
  return (
    <>
      <section className="card" aria-busy={plan.isPlaceholderData}>
        <Panel
          query={plan}
          rows={5}
          isEmpty={({ steps }) => steps.length === 0}
          empty={t('undo.noSteps')}
        >
          {({ steps }) => (
            <PlanSteps
              view={view}
              steps={steps}
              also={also}
              onAlso={choose}
              answers={rehearsal.type === 'done' ? rehearsal.steps : []}
            />
          )}
        </Panel>
        <p role="status" className="sr-only">
          {plan.isPlaceholderData && t('undo.planAgain')}
          {!plan.isPlaceholderData && also.length > 0 && t('undo.planNew', { count })}
        </p>
      </section>
      <UndoOrder
        view={view}
        // While the plan is made anew, the one on the screen is not what would be ordered.
        plan={plan.isPlaceholderData ? undefined : plan.data}
        also={also}
        rehearsal={rehearsal}
        onRehearse={run}
        onWay={onWay}
        onPlanAgain={() => void plan.refetch()}
      />
    </>
  )
}
