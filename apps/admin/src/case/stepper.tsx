import { CheckmarkIcon } from '@navikt/aksel-icons'

import { useTexts } from '../texts/use-texts.ts'
import { currentStep, steps } from './steps.ts'
import type { CaseView } from './use-case-command.ts'

/** What happened to it after it was completed. */
const isAfterwards = ({ status }: CaseView) =>
  status === 'undoing' || status === 'undone' || status === 'partlyUndone'

export const Stepper = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTexts()
  const here = steps.indexOf(currentStep(view.status, view.activeStates))
  const isOver = view.status === 'completed'
  return (
    <ol className="steps" aria-label={t('case.stepsLabel')}>
      {steps.map((step, index) => {
        const isDone = index < here || isOver
        const isHere = index === here
        return (
          <li
            key={step}
            className={isDone ? 'step step-done' : isHere ? 'step step-here' : 'step'}
            aria-current={isHere ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden>
              {isDone ? <CheckmarkIcon /> : index + 1}
            </span>
            {step === 'done' && isAfterwards(view)
              ? t(`status.${view.status}`)
              : t(`case.steps.${step}`)}
            {isDone && <span className="sr-only">{t('case.stepDone')}</span>}
          </li>
        )
      })}
    </ol>
  )
}
