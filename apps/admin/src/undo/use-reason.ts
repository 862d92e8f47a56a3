import { type RefObject, useRef, useState } from 'react'

import { isReason } from '../ui/reason-dialog.tsx'

export interface Reason {
  readonly text: string
  readonly isMissing: boolean
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChange: (text: string) => void
  /** Whether there is one; where not, the field says so and takes focus. */
  readonly isGiven: () => boolean
}

/** Nothing is changed in the register without somebody saying why. */
export const useReason = (): Reason => {
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  return {
    text: text.trim(),
    isMissing: isTried && !isReason(text),
    field,
    onChange: setText,
    isGiven: () => {
      setTried(true)
      if (!isReason(text)) field.current?.focus()
      return isReason(text)
    },
  }
}
