import { Heading } from '@navikt/ds-react'
import type { ReactNode } from 'react'

/** The one h1 of a page; the shell moves focus to it when the page changes. */
export const PageTitle = ({
  children,
  title,
}: {
  readonly children: ReactNode
  /** For the browser's tab, where the heading is more than text. Never a personal number or a name. */
  readonly title: string
}) => (
  <>
    <title>{`${title} – Sagsgang`}</title>
    <Heading level="1" size="medium" tabIndex={-1} className="page-title">
      {children}
    </Heading>
  </>
)
