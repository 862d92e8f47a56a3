import { Checkbox, LocalAlert, TextField } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import { isReason } from '../ui/reason-dialog.tsx'
import type { CaseView } from './use-case-command.ts'

export type Finding = CaseView['findings'][number]

/** How far somebody has come with one warning. */
export interface Answer {
  readonly ticked: boolean
  readonly reason: string
}

export type Answers = Readonly<Record<string, Answer>>

const unanswered: Answer = { ticked: false, reason: '' }

export const answerTo = (answers: Answers, rule: string): Answer => answers[rule] ?? unanswered

export const isAnswered = ({ ticked, reason }: Answer): boolean => ticked && isReason(reason)

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
          canAnswer={view.status === 'confirming'}
          onAnswer={(answer) => onAnswer(finding.rule, answer)}
        />
      ))}
    </section>
  )
}

interface WarningProps {
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
    <LocalAlert status={isConfirmed ? 'success' : 'warning'} size="small">
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

const Answering = ({ finding, answer, isTried, onAnswer }: AnsweringProps) => {
  const { t } = useTexts()
  const isUnticked = isTried && !answer.ticked
  return (
    <div className="answer">
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
