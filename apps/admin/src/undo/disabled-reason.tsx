import { type CaseView, commandOf } from '../case/use-case-command.ts'
import type { Bilingual } from '../texts/use-texts.ts'

/** What the case says against it; undefined where it says nothing. */
export const whyNot = (view: CaseView, command: 'undo' | 'correct'): Bilingual | undefined => {
  const found = commandOf(view, command)
  return found?.allowed === false ? found.reason : undefined
}

interface DisabledReasonProps {
  readonly id: string
  readonly reason: string | undefined
}

export const DisabledReason = ({ id, reason }: DisabledReasonProps) => (
  <p id={id} className="command-reason">
    {reason}
  </p>
)
