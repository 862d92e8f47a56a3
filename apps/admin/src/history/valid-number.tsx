import { Button, InlineMessage } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import type { History } from './rows.ts'

interface ValidNumberProps {
  readonly history: History
  /** Leads to the history of that number, where one can go there. */
  readonly onGo?: (pnr: string) => void
}

/** A number that was changed keeps only what was: what stands now stands under another. */
export const ValidNumber = ({ history: { validPnr }, onGo }: ValidNumberProps) => {
  const { t } = useTexts()
  if (validPnr === undefined) return null
  return (
    <InlineMessage status="warning" size="small" className="history-wanted">
      {t('history.changedNumber', { pnr: maskPnr(validPnr) })}{' '}
      {onGo !== undefined && (
        <Button size="xsmall" variant="secondary" onClick={() => onGo(validPnr)}>
          {t('history.goToValid')}
        </Button>
      )}
    </InlineMessage>
  )
}
