import { TextField } from '@navikt/ds-react'
import { type ReactNode, useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

const shortest = 3

export const isReason = (reason: string): boolean => reason.trim().length >= shortest

interface ReasonDialogProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly tone?: 'danger' | 'accent'
  readonly busy: boolean
  readonly children?: ReactNode
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

/** A confirmation that asks why: the reason is kept with the case. */
export const ReasonDialog = ({ onConfirm, onClose, children, ...dialog }: ReasonDialogProps) => {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const close = () => {
    setReason('')
    setTried(false)
    onClose()
  }
  const confirm = () => {
    setTried(true)
    if (isReason(reason)) onConfirm(reason.trim())
  }
  return (
    <ConfirmDialog {...dialog} onConfirm={confirm} onClose={close}>
      {children}
      <TextField
        className="dialog-field"
        size="small"
        label={t('case.reason')}
        description={t('case.reasonHint')}
        value={reason}
        error={isTried && !isReason(reason) ? t('case.reasonShort') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  )
}
