import { Heading, Modal } from '@navikt/ds-react'
import { type ReactNode, useId } from 'react'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
}

/** Titled below the page's own heading: a page has one h1, also while its dialogs are closed. */
export const Dialog = ({ open, title, children, onClose }: DialogProps) => {
  const titleId = useId()
  return (
    <Modal open={open} onClose={onClose} width="small" aria-labelledby={titleId} portal>
      <Modal.Header>
        <Heading level="2" size="small" id={titleId}>
          {title}
        </Heading>
      </Modal.Header>
      {children}
    </Modal>
  )
}
