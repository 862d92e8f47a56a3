import { ErrorSummary } from '@navikt/ds-react'
import { useEffect, useRef } from 'react'

import { useTexts } from '../texts/use-texts.ts'

export interface ListedError {
  /** The field at fault; null where none is. */
  readonly name: string | null
  readonly message: string
}

interface ErrorListProps {
  /** What they keep from happening, where that is not the sending of a case. */
  readonly heading?: string
  readonly errors: readonly ListedError[]
  /** Changes with each attempt to send: then the list takes focus. */
  readonly attempt: string
  /** The form comes back with what was found after it was sent. */
  readonly isAnswer: boolean
  readonly labelOf: (name: string | null) => {
    readonly href: string
    readonly label: string | null
  }
}

export const ErrorList = ({ heading, errors, attempt, isAnswer, labelOf }: ErrorListProps) => {
  const { t } = useTexts()
  const list = useRef<HTMLDivElement>(null)
  const first = useRef(isAnswer ? null : attempt)
  // Focus follows an attempt, not a page that opens with old errors on it.
  useEffect(() => {
    if (attempt === first.current) return
    first.current = attempt
    list.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <ErrorSummary
      ref={list}
      size="small"
      heading={heading ?? t('form.summary')}
      className="error-list"
    >
      {errors.map(({ name, message }) => (
        <ErrorSummary.Item key={`${name}-${message}`} href={labelOf(name).href}>
          {message}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  )
}
