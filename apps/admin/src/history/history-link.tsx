import { Button, type ButtonProps } from '@navikt/ds-react'
import { useNavigate } from '@tanstack/react-router'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useRemembered } from './remembered.ts'

interface HistoryLinkProps {
  readonly person: string
  /** Who that is, as it may be read aloud. */
  readonly whose: string
  readonly purpose: string
  readonly variant?: ButtonProps['variant']
}

/** Leads to everything that the register says of somebody; the number goes through memory, never the address. */
export const HistoryLink = ({ person, whose, purpose, variant = 'tertiary' }: HistoryLinkProps) => {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { remember } = useRemembered()
  return (
    <Button
      type="button"
      size="small"
      variant={variant}
      onClick={() => {
        remember({ person, purpose })
        void navigate({ to: paths.history })
      }}
    >
      {t('history.open')}
      <span className="sr-only">{t('history.openOf', { person: whose })}</span>
    </Button>
  )
}
