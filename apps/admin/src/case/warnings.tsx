import { Checkbox, LocalAlert, TextField } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import { isReason } from '../ui/reason-dialog.tsx'
import { FoundPeople } from './found-people.tsx'
import type { CaseView } from './use-case-command.ts'

export type Finding = CaseView['findings'][number]

/** How far somebody has come with one warning. */
export interface Answer {
  readonly ticked: boolean
  readonly reason: string
  /** Those found who somebody says are other people. */
  readonly different: readonly string[]
}

export type Answers = Readonly<Record<string, Answer>>

const unanswered: Answer = { ticked: false, reason: '', different: [] }

export const answerTo = (answers: Answers, rule: string): Answer => answers[rule] ?? unanswered

type Found = Pick<Finding, 'people'>

/** Whoever was found is decided on alone: one tick for many is no decision. */
export const undecided = ({ people = [] }: Found, { different }: Answer): readonly string[] =>
  people.filter((pnr) => !different.includes(pnr))

export const isAnswered = (answer: Answer, finding: Found): boolean =>
  answer.ticked && isReason(answer.reason) && undecided(finding, answer).length === 0

export const warningsOf = (view: CaseView): readonly Finding[] =>
  view.findings.filter(({ severity }) => severity === 'warning')

interface WarningsProps {
  readonly view: CaseView
  readonly answers: Answers
  /** Whether somebody has tried to send: then what is missing is said. */
  readonly isTried: boolean
  readonly onAnswer: (rule: string, answer: Answer) => void
}

/** Each warning is read and answered by itself, with a reason of its own. */
export const Warnings = ({ view, answers, isTried, onAnswer }: WarningsProps) => {
  const { t } = useTexts()
  const warnings = warningsOf(view)
  if (warnings.length === 0) return null
  const confirmed = warnings.filter((finding) => finding.confirmed === true).length
  return (
    <section className="warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title" className="section-title">
        {t('findings.warnings')}{' '}
        <span className="subtle">
          {t('findings.progress', { confirmed, all: warnings.length })}
        </span>
      </h2>
      {warnings.map((finding) => (
        <Warning
          key={finding.rule}
          finding={finding}
          answer={answerTo(answers, finding.rule)}
          isTried={isTried}
          view={view}
          canAnswer={view.status === 'confirming'}
          onAnswer={(answer) => onAnswer(finding.rule, answer)}
        />
      ))}
    </section>
  )
}

interface WarningProps {
  readonly view: CaseView
  readonly finding: Finding
  readonly answer: Answer
  readonly isTried: boolean
  readonly canAnswer: boolean
  readonly onAnswer: (answer: Answer) => void
}

const Warning = ({ finding, canAnswer, ...answering }: WarningProps) => {
  const { t, text } = useTexts()
  const isConfirmed = finding.confirmed === true
  const kind = finding.declaration === true ? t('findings.declaration') : t('findings.warning')
  return (
    // Several of one kind would be several landmarks of one name.
    <LocalAlert as="div" status={isConfirmed ? 'success' : 'warning'} size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="h3">
          {isConfirmed ? `${kind} · ${t('findings.confirmed')}` : kind}
        </LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p className="plain">{text(finding.message)}</p>
        <p className="rule">{t('findings.rule', { rule: finding.rule })}</p>
        {canAnswer && !isConfirmed && <Answering finding={finding} {...answering} />}
      </LocalAlert.Content>
    </LocalAlert>
  )
}

type AnsweringProps = Omit<WarningProps, 'canAnswer'>

const Answering = ({ view, finding, answer, isTried, onAnswer }: AnsweringProps) => {
  const { t } = useTexts()
  const isUnticked = isTried && !answer.ticked
  return (
    <div className="answer">
      {finding.people !== undefined && finding.people.length > 0 && (
        <FoundPeople
          view={view}
          rule={finding.rule}
          people={finding.people}
          different={answer.different}
          isMissing={isTried && undecided(finding, answer).length > 0}
          onChange={(different) => onAnswer({ ...answer, different })}
        />
      )}
      <Checkbox
        size="small"
        id={`confirm-${finding.rule}`}
        error={isUnticked}
        checked={answer.ticked}
        onChange={({ target }) => onAnswer({ ...answer, ticked: target.checked })}
      >
        {finding.declaration === true ? t('findings.declare') : t('findings.confirmText')}
      </Checkbox>
      {isUnticked && <p className="field-error">{t('findings.tick')}</p>}
      <TextField
        size="small"
        label={t('findings.reason')}
        value={answer.reason}
        error={isTried && !isReason(answer.reason) ? t('case.reasonShort') : undefined}
        onChange={({ target }) => onAnswer({ ...answer, reason: target.value })}
      />
    </div>
  )
}
