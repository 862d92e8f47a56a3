import { useEffect, useRef, useState } from 'react'

import type { Changes } from '../forms/event-form.tsx'
import type { CaseData } from '../forms/field-values.ts'
import { type CaseCommand, type CaseView, isAllowed } from './use-case-command.ts'
import {
  type Answer,
  answerTo,
  type Answers,
  type Finding,
  isAnswered,
  undecided,
  warningsOf,
} from './warnings.tsx'

/** Rules that share a reason are confirmed in one message. */
export const byReason = (
  rules: readonly string[],
  answers: Answers,
): ReadonlyMap<string, string[]> =>
  Map.groupBy(rules, (rule) => answerTo(answers, rule).reason.trim())

/** The first person of a warning who is not decided on, else the warning itself. */
const findMissing = (finding: Finding, answer: Answer) => {
  const [person] = undecided(finding, answer)
  const id =
    person === undefined
      ? `confirm-${finding.rule}`
      : `different-${finding.rule}-${finding.people?.indexOf(person)}`
  return document.querySelector<HTMLElement>(`[id="${id}"]`)
}

/** Where a reader is taken when the form gives way to what happens next. */
const findNextStep = () => document.querySelector<HTMLElement>('#next-step')

type Save = (changes: Changes, before: CaseData) => Promise<boolean>

/** *Bekræft og send*: saves what is unsaved, then submits, or confirms what was asked. */
export const useSending = (view: CaseView, send: CaseCommand['mutateAsync'], save: Save) => {
  const [answers, setAnswers] = useState<Answers>({})
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [isSent, setSent] = useState(false)
  const latest = useRef(view)
  // While a message is on its way the case may come back with errors: then their list has the focus.
  useEffect(() => {
    latest.current = view
  })

  const confirm = async (): Promise<CaseView | undefined> => {
    const open = warningsOf(view).filter(({ confirmed }) => confirmed !== true)
    const rules = open.map(({ rule }) => rule)
    const missing = open.find((finding) => !isAnswered(answerTo(answers, finding.rule), finding))
    setTried(missing !== undefined)
    if (missing !== undefined) {
      findMissing(missing, answerTo(answers, missing.rule))?.focus()
      return undefined
    }
    let after: CaseView | undefined
    for (const [reason, findings] of byReason(rules, answers)) {
      after = await send({ type: 'confirm', findings, reason })
    }
    setAnswers({})
    return after
  }

  const submit = async (changes: Changes): Promise<CaseView | undefined> => {
    const hasChanges = Object.keys(changes).length > 0
    if (hasChanges && !(await save(changes, view.data))) return undefined
    return hasChanges || !isAllowed(view, 'confirm') ? send({ type: 'submit' }) : confirm()
  }

  const onSubmit = async (changes: Changes) => {
    setSending(true)
    setSent(true)
    // What went wrong is shown by the command itself.
    const after = await submit(changes).catch(() => undefined)
    setSending(false)
    if (after !== undefined && !isAllowed(latest.current, 'fill')) findNextStep()?.focus()
  }

  const onAnswer = (rule: string, answer: Answer) =>
    setAnswers((before) => ({ ...before, [rule]: answer }))

  return { answers, isTried, isSending, isSent, onAnswer, onSubmit }
}
