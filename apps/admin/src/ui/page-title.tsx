import { Heading } from '@navikt/ds-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface PageTitleProps {
  readonly children: ReactNode
  /** For the browser's tab, where the heading is more than text. Never a personal number or a name. */
  readonly title: string
}

/** A heading that leaves while it has focus, because its page has loaded, passes it on to the next. */
let isFocusPassedOn = false

/** The one h1 of a page; the shell moves focus to it when the page changes. */
export const PageTitle = ({ children, title }: PageTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const own = heading.current
    if (isFocusPassedOn) own?.focus()
    isFocusPassedOn = false
    return () => {
      isFocusPassedOn = own !== null && document.activeElement === own
    }
  }, [])
  return (
    <>
      <title>{`${title} – Sagsgang`}</title>
      <Heading ref={heading} level="1" size="medium" tabIndex={-1} className="page-title">
        {children}
      </Heading>
    </>
  )
}
