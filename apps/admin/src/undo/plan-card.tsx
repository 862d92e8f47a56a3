import type { ReactNode } from 'react'

import type { Outputs } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PlanSteps } from './plan-steps.tsx'

export const PlanCard = ({ children }: { readonly children: ReactNode }) => (
  <section className="card">{children}</section>
)

type Steps = Outputs['cases']['planUndo']['steps']

interface CountedStepsProps {
  readonly view: CaseView
  readonly steps: Steps
}

export const CountedSteps = ({ view, steps }: CountedStepsProps) => {
  const { t } = useTexts()
  if (steps.length === 0) return <p className="plain">{t('undo.noSteps')}</p>
  return (
    <>
      <h2 className="card-title">{t('undo.plan', { count: steps.length })}</h2>
      <PlanSteps view={view} steps={steps} />
    </>
  )
}
