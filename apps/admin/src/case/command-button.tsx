import { Button, type ButtonProps } from '@navikt/ds-react'
import { type ReactNode, useId, useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { type CaseView, commandOf, type Command } from './use-case-command.ts'

interface CommandButtonProps {
  readonly view: CaseView
  readonly command: Command['type'] | 'undo' | 'correct'
  readonly children: ReactNode
  readonly variant?: ButtonProps['variant']
  readonly busy?: boolean
  readonly onClick: () => void
}

/** A command that the case does not take now stays in sight and says why when asked. */
export const CommandButton = ({ view, command, children, ...props }: CommandButtonProps) => {
  const { t, text } = useTexts()
  const reasonId = useId()
  const [isAsked, setAsked] = useState(false)
  const found = commandOf(view, command)
  if (found === undefined) return null
  const { variant = 'secondary', busy = false, onClick } = props
  if (found.allowed) {
    return (
      <Button type="button" size="small" variant={variant} loading={busy} onClick={onClick}>
        {children}
      </Button>
    )
  }
  const reason = found.reason === undefined ? t('errors.PRECONDITION_FAILED') : text(found.reason)
  return (
    <span className="command">
      <Button
        type="button"
        size="small"
        variant={variant}
        className="off"
        aria-disabled
        aria-describedby={reasonId}
        title={reason}
        onClick={() => setAsked(!isAsked)}
      >
        {children}
      </Button>
      <span id={reasonId} className={isAsked ? 'command-reason' : 'sr-only'}>
        {reason}
      </span>
    </span>
  )
}
