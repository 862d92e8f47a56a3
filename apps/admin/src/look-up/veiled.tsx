import { Button, InlineMessage } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'

interface VeiledProps {
  readonly busy: boolean
  readonly onReveal: (reason: string) => void
}

/** Name and address of a protected person are kept back until somebody says why they must know. */
export const Veiled = ({ busy, onReveal }: VeiledProps) => {
  const { t } = useTexts()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="history-covered">
      <InlineMessage status="warning" size="small">
        <strong>{t('lookUp.protectedTitle')}</strong> {t('lookUp.protectedText')}
      </InlineMessage>
      <Button size="small" variant="secondary" loading={busy} onClick={() => setAsking(true)}>
        {t('lookUp.reveal')}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={t('lookUp.protectedTitle')}
        text={t('lookUp.protectedText')}
        confirm={t('lookUp.revealConfirm')}
        busy={busy}
        onConfirm={(reason) => {
          setAsking(false)
          onReveal(reason)
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
