import { BodyShort, Button, type ButtonProps, Modal } from '@navikt/ds-react'
import type { ReactNode } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly tone?: 'danger' | 'accent'
  readonly busy?: boolean
  readonly children?: ReactNode
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Says what will happen and to how many, before it does. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { t } = useTexts()
  const colour: ButtonProps['data-color'] = props.tone ?? 'accent'
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <Modal.Body>
        <BodyShort>{props.text}</BodyShort>
        {props.children}
      </Modal.Body>
      <Modal.Footer>
        <Button
          size="small"
          data-color={colour}
          loading={props.busy ?? false}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
        <Button size="small" variant="secondary" onClick={props.onClose}>
          {t('case.cancel')}
        </Button>
      </Modal.Footer>
    </Dialog>
  )
}
