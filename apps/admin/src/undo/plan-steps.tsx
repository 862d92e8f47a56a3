import { Checkbox } from '@navikt/ds-react'
import { Fragment, type ReactNode } from 'react'

import { CaseLink } from '../case/case-link.tsx'
import { namedNumber } from '../case/known-people.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showDate } from '../ui/times.ts'
import { compareRows, type RowChange } from './compare-rows.ts'
import { describeRow, rowContent } from './describe-row.ts'
import { isTaken, type PlannedStep } from './planned.ts'
import { RowChanges } from './row-changes.tsx'
import { StepAnswer } from './step-answer.tsx'
import { stepTitle } from './step-title.ts'
import type { RehearsedStep } from './use-rehearsal.ts'

/** More than these stay folded until somebody wants to see them. */
const openAtOnce = 3

export interface PlanStepsProps {
  readonly view: CaseView
  readonly steps: readonly PlannedStep[]
  /** Cases that somebody chose to take back too. */
  readonly also: readonly string[]
  readonly onAlso?: (caseId: string, isChosen: boolean) => void
  readonly answers: readonly RehearsedStep[]
}

/** What will happen, in order, with every column as it is and as it will be. */
export const PlanSteps = ({ view, steps, also, onAlso, answers }: PlanStepsProps) => {
  const { t } = useTexts()
  const taken = steps.filter((step) => isTaken(step, also))
  const first = new Map(steps.map(({ caseId }, index) => [caseId, index] as const).toReversed())
  return (
    <>
      <h2 className="card-title">{t('undo.plan', { count: taken.length })}</h2>
      <ol className="plan">
        {steps.map((step, index) => {
          const answer = answers[index]
          const place = taken.indexOf(step)
          return (
            <li
              key={`${step.caseId}-${step.operation}-${step.person}-${index}`}
              className={place < 0 ? 'plan-step plan-step-kept' : 'plan-step'}
            >
              <StepHead view={view} step={step} place={place} />
              {step.policy === 'review' && onAlso && first.get(step.caseId) === index && (
                <AlsoChoice
                  step={step}
                  isChosen={also.includes(step.caseId)}
                  onAlso={(isChosen) => onAlso(step.caseId, isChosen)}
                />
              )}
              {place >= 0 && (
                <StepChanges view={view} step={step} isOpen={taken.length <= openAtOnce} />
              )}
              {answer !== undefined && <StepAnswer answer={answer} />}
            </li>
          )
        })}
      </ol>
    </>
  )
}

interface StepProps {
  readonly view: CaseView
  readonly step: PlannedStep
}

const StepHead = ({ view, step, place }: StepProps & { readonly place: number }) => {
  const texts = useTexts()
  const { t } = texts
  const name = stepTitle(step, texts)
  const [standing] = step.before
  const known = (pnr: string) => namedNumber(view, pnr)
  return (
    <>
      <h3 className="plan-title">
        {place < 0 ? name : t('undo.step', { number: place + 1, name })}
      </h3>
      <p className="plan-note">
        <StepNote view={view} step={step} isTaken={place >= 0} />
      </p>
      {place < 0 && standing !== undefined && (
        <p className="plan-note">
          {t('undo.stands', { row: describeRow(standing, texts, known) })}
        </p>
      )}
    </>
  )
}

const StepNote = ({ view, step, ...props }: StepProps & { readonly isTaken: boolean }) => {
  const texts = useTexts()
  const { t } = texts
  const known = (pnr: string) => namedNumber(view, pnr)
  const heir = props.isTaken ? heirOf(step) : null
  const notes: readonly ReactNode[] = [
    step.isPrimary ? (
      t('undo.primary')
    ) : (
      <>
        {t('undo.followOn')}: <CaseLink caseId={step.caseId} />
      </>
    ),
    step.acceptedOn === null ? [] : showDate(step.acceptedOn),
    step.person === '' ? [] : t('undo.of', { person: known(step.person) }),
    heir === null ? [] : t('undo.backTo', { row: rowContent(heir, texts, known) }),
    step.together ? t('undo.together') : [],
    step.policy === 'review' ? t(props.isTaken ? 'undo.reviewTaken' : 'undo.review') : [],
    step.policy === 'keep' ? t('undo.keep') : [],
  ].flat()
  return notes.map((note, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      {note}
    </Fragment>
  ))
}

/** What counts for the person again once the step is carried out. */
const heirOf = ({ before, after, person }: PlannedStep): RowChange['becomes'] =>
  compareRows(before, after).find((one) => one.type === 'replaced' && one.person === person)
    ?.becomes ?? null

interface AlsoChoiceProps {
  readonly step: PlannedStep
  readonly isChosen: boolean
  readonly onAlso: (isChosen: boolean) => void
}

const AlsoChoice = ({ step, isChosen, onAlso }: AlsoChoiceProps) => {
  const texts = useTexts()
  return (
    <Checkbox
      size="small"
      className="plan-choice"
      checked={isChosen}
      onChange={({ target }) => onAlso(target.checked)}
    >
      {texts.t('undo.reviewToo')}
      <span className="sr-only">: {stepTitle(step, texts)}</span>
    </Checkbox>
  )
}

const StepChanges = ({ view, step, isOpen }: StepProps & { readonly isOpen: boolean }) => {
  const { t } = useTexts()
  const changes = compareRows(step.before, step.after)
  if (changes.length === 0) return null
  const count = changes.reduce((sum, { cells }) => sum + cells.length, 0)
  return (
    <details className="plan-changes" open={isOpen}>
      <summary>{t('undo.beforeAfter', { count })}</summary>
      <RowChanges view={view} changes={changes} />
    </details>
  )
}
