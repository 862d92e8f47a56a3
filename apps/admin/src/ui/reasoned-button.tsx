import { Button, type ButtonProps } from '@navikt/ds-react'
import { type ReactNode, useId, useState } from 'react'

interface ReasonedButtonProps {
  /** Why it does nothing now; undefined where it does. */
  readonly reason: string | undefined
  readonly children: ReactNode
  readonly variant?: ButtonProps['variant']
  readonly size?: 'small' | 'xsmall'
  readonly busy?: boolean
  readonly onClick: () => void
}

/** What cannot be done now stays in sight and says why when asked. */
export const ReasonedButton = ({ reason, children, onClick, ...props }: ReasonedButtonProps) => {
  const reasonId = useId()
  const [isAsked, setAsked] = useState(false)
  const { variant = 'secondary', size = 'small', busy = false } = props
  if (reason === undefined) {
    return (
      <Button type="button" size={size} variant={variant} loading={busy} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <span className="command">
      <Button
        type="button"
        size={size}
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
