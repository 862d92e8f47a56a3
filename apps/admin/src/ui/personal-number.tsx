import { EyeIcon, EyeSlashIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { maskPnr, spacePnr } from './mask.ts'
import { ReasonDialog } from './reason-dialog.tsx'

interface PersonalNumberProps {
  readonly pnr: string
  readonly whose: string
  /** Writes down that it is uncovered; false where a reason must be given first. */
  readonly onReveal: (reason?: string) => Promise<boolean>
}

type Sight = 'covered' | 'asking' | 'reasonNeeded' | 'shown'

/** Covered until somebody asks to see it, and covered again on the next page. */
export const PersonalNumber = ({ pnr, whose, onReveal }: PersonalNumberProps) => {
  const { t } = useTexts()
  const [sight, setSight] = useState<Sight>('covered')
  const isShown = sight === 'shown'
  const reveal = async (reason?: string) => {
    setSight('asking')
    // Where it could not be written down, it is not shown.
    const isAllowed = await onReveal(reason).catch(() => null)
    setSight(isAllowed === null ? 'covered' : isAllowed ? 'shown' : 'reasonNeeded')
  }
  return (
    <span className="personal-number">
      <span className="mono">{isShown ? spacePnr(pnr) : maskPnr(pnr)}</span>
      <Button
        size="small"
        variant="tertiary"
        icon={isShown ? <EyeSlashIcon aria-hidden /> : <EyeIcon aria-hidden />}
        aria-label={t(isShown ? 'case.hidePnr' : 'case.showPnr', { role: whose })}
        loading={sight === 'asking'}
        onClick={() => (isShown ? setSight('covered') : void reveal())}
      >
        {isShown ? t('case.hide') : t('case.show')}
      </Button>
      <ReasonDialog
        open={sight === 'reasonNeeded'}
        title={t('case.protectedTitle')}
        text={t('case.protectedText')}
        confirm={t('case.showConfirm')}
        busy={false}
        onConfirm={(reason) => void reveal(reason)}
        onClose={() => setSight('covered')}
      />
    </span>
  )
}
