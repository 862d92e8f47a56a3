import { Checkbox } from '@navikt/ds-react'

import { CaseLink } from '../case/case-link.tsx'
import { namedNumber } from '../case/known-people.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { type Texts, useTexts } from '../texts/use-texts.ts'
import { showDate } from '../ui/times.ts'
import { compareRows, type RowChange } from './compare-rows.ts'
import { describeRow, rowContent } from './describe-row.ts'
import { isTaken, type PlannedStep } from './planned.ts'
import { RowChanges } from './row-changes.tsx'
import { StepAnswer } from './step-answer.tsx'
import { stepSubject, stepTitle } from './step-title.ts'
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
  const kept = steps.length - taken.length
  const isOpen = taken.length <= openAtOnce
  const first = new Map(steps.map(({ caseId }, index) => [caseId, index] as const).toReversed())
  return (
    <>
      <h2 className="card-title">{t('undo.plan', { count: taken.length })}</h2>
      {kept > 0 && <p className="plain subtle">{t('undo.confirmKept', { count: kept })}</p>}
      <ol className="plan">
        {steps.map((step, index) => {
          const answer = answers[index]
          const place = taken.indexOf(step)
          return (
            <li
              key={`${step.caseId}-${step.operation}-${step.person}-${index}`}
              className={place < 0 ? 'plan-step plan-step-kept' : 'plan-step'}
            >
              <StepHead view={view} step={step} place={place} isOpen={isOpen} />
              {step.policy === 'review' && onAlso && first.get(step.caseId) === index && (
                <AlsoChoice
                  step={step}
                  isChosen={also.includes(step.caseId)}
                  onAlso={(isChosen) => onAlso(step.caseId, isChosen)}
                />
              )}
              {place >= 0 && <StepChanges view={view} step={step} isOpen={isOpen} />}
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

interface StepHeadProps extends StepProps {
  /** Among the steps that are taken; -1 for one that stays. */
  readonly place: number
  readonly isOpen: boolean
}

const StepHead = ({ view, step, place, isOpen }: StepHeadProps) => {
  const texts = useTexts()
  const { t } = texts
  const [standing] = step.before
  const known = (pnr: string) => namedNumber(view, pnr)
  return (
    <>
      <h3 className="plan-title">
        {place < 0
          ? stepSubject(step, texts)
          : t('undo.step', { number: place + 1, name: stepTitle(step, texts) })}
      </h3>
      <p className="plan-note">
        <StepNote view={view} step={step} isTaken={place >= 0} isOpen={isOpen} />
      </p>
      {step.policy === 'review' && place < 0 && standing !== undefined && (
        <p className="plan-note">
          {t('undo.stands', { row: describeRow(standing, texts, known) })}
        </p>
      )}
    </>
  )
}

interface StepNoteProps extends StepProps {
  readonly isTaken: boolean
  readonly isOpen: boolean
}

const StepNote = ({ view, step, ...props }: StepNoteProps) => {
  const texts = useTexts()
  const { t } = texts
  const known = (pnr: string) => namedNumber(view, pnr)
  const primary = view.kind === 'maintenance' ? 'undo.own' : 'undo.primary'
  // Where the rows stand open below, they say it themselves.
  const heir = props.isTaken && !props.isOpen && isUndo(step) ? heirOf(step) : null
  const notes = [
    step.acceptedOn === null ? [] : showDate(step.acceptedOn),
    step.person === '' ? [] : t('undo.of', { person: known(step.person) }),
    heir === null ? [] : t('undo.backTo', { row: rowContent(heir, texts, known) }),
    standingNote(step, props.isTaken, t),
  ].flat()
  return (
    <>
      {t(step.isPrimary ? primary : 'undo.followOn')}
      {!step.isPrimary && (
        <>
          : <CaseLink caseId={step.caseId} />
        </>
      )}
      {notes.map((note) => ` · ${note}`).join('')}
    </>
  )
}

/** Why it has no call of its own, or none at all. */
const standingNote = (
  { together, policy }: PlannedStep,
  isChosen: boolean,
  t: Texts['t'],
): readonly string[] => {
  const own = {
    undo: [],
    review: [t(isChosen ? 'undo.reviewTaken' : 'undo.review')],
    keep: [t('undo.keep')],
  }[policy]
  return together ? [t('undo.together'), ...own] : own
}

const isUndo = ({ operation }: PlannedStep) => operation.includes('.undo-')

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
      <span className="sr-only">: {stepSubject(step, texts)}</span>
    </Checkbox>
  )
}

/** What the step is about first, then what gives way to it. */
const rankOf = ({ type, proof }: RowChange) => (proof !== null ? 0 : type === 'moved' ? 2 : 1)

const StepChanges = ({ view, step, isOpen }: StepProps & { readonly isOpen: boolean }) => {
  const { t } = useTexts()
  const changes = compareRows(step.before, step.after).toSorted(
    (one, other) => rankOf(one) - rankOf(other),
  )
  if (changes.length === 0) return null
  const count = changes.reduce((sum, { cells }) => sum + cells.length, 0)
  return (
    <details className="plan-changes" open={isOpen}>
      <summary>{t('undo.beforeAfter', { count })}</summary>
      <RowChanges view={view} changes={changes} />
    </details>
  )
}
