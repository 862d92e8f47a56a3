import { Button, InlineMessage } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'

interface CoveredProps {
  readonly onReveal: (reason: string) => void
}

/** A protected person's rows are without what they say, until somebody says why they must know. */
export const Covered = ({ onReveal }: CoveredProps) => {
  const { t } = useTexts()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="history-covered">
      <InlineMessage status="warning" size="small">
        <strong>{t('history.protectedTitle')}</strong> {t('history.protectedText')}
      </InlineMessage>
      <Button size="small" variant="secondary" onClick={() => setAsking(true)}>
        {t('history.reveal')}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={t('history.protectedTitle')}
        text={t('history.protectedText')}
        confirm={t('history.revealConfirm')}
        busy={false}
        onConfirm={(reason) => {
          setAsking(false)
          onReveal(reason)
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
