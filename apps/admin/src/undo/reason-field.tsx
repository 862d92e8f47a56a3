import { TextField } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import type { Reason } from './use-reason.ts'

export const ReasonField = ({ reason }: { readonly reason: Reason }) => {
  const { t } = useTexts()
  return (
    <TextField
      ref={reason.field}
      size="small"
      label={t('undo.reason')}
      description={t('undo.reasonHint')}
      error={reason.isMissing ? t('case.reasonShort') : undefined}
      onChange={({ target }) => reason.onChange(target.value)}
    />
  )
}
