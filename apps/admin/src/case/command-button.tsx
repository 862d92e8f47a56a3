import type { ButtonProps } from '@navikt/ds-react'
import type { ReactNode } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { ReasonedButton } from '../ui/reasoned-button.tsx'
import { type CaseView, commandOf, type Command } from './use-case-command.ts'

interface CommandButtonProps {
  readonly view: CaseView
  readonly command: Command['type'] | 'undo' | 'correct'
  readonly children: ReactNode
  readonly variant?: ButtonProps['variant']
  readonly busy?: boolean
  readonly onClick: () => void
}

/** A command of the case: it says itself whether it takes it now. */
export const CommandButton = ({ view, command, ...props }: CommandButtonProps) => {
  const { t, text } = useTexts()
  const found = commandOf(view, command)
  if (found === undefined) return null
  const why = found.reason === undefined ? t('errors.PRECONDITION_FAILED') : text(found.reason)
  return <ReasonedButton {...props} reason={found.allowed ? undefined : why} />
}
