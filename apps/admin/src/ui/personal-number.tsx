import { EyeIcon, EyeSlashIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react'
import { useState } from 'react'

import { useTexts } from '../texts/use-texts.ts'
import { maskPnr, spacePnr } from './mask.ts'

interface PersonalNumberProps {
  readonly pnr: string
  readonly whose: string
}

/** Covered until somebody asks to see it, and covered again on the next page. */
export const PersonalNumber = ({ pnr, whose }: PersonalNumberProps) => {
  const { t } = useTexts()
  const [isShown, setShown] = useState(false)
  return (
    <span className="personal-number">
      <span className="mono">{isShown ? spacePnr(pnr) : maskPnr(pnr)}</span>
      <Button
        size="small"
        variant="tertiary"
        icon={isShown ? <EyeSlashIcon aria-hidden /> : <EyeIcon aria-hidden />}
        aria-label={
          isShown ? t('case.hidePnr', { role: whose }) : t('case.showPnr', { role: whose })
        }
        onClick={() => setShown(!isShown)}
      >
        {isShown ? t('case.hide') : t('case.show')}
      </Button>
    </span>
  )
}
