import { Button, type ButtonProps } from '@navikt/ds-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useRemembered } from './remembered.ts'

interface HistoryLinkProps {
  readonly person: string
  /** Who that is, as it may be read aloud. */
  readonly whose: string
  readonly purpose: string
  readonly variant?: ButtonProps['variant']
  /** Instead of the plain words, where several stand together. */
  readonly children?: ReactNode
}

/** Leads to everything that the register says of somebody; the number goes through memory, never the address. */
export const HistoryLink = ({ person, whose, purpose, ...props }: HistoryLinkProps) => {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { remember } = useRemembered()
  return (
    <Button
      type="button"
      size="small"
      variant={props.variant ?? 'tertiary'}
      onClick={() => {
        remember({ person, purpose })
        void navigate({ to: paths.history })
      }}
    >
      {props.children ?? (
        <>
          {t('history.open')}
          <span className="sr-only">{t('history.openOf', { person: whose })}</span>
        </>
      )}
    </Button>
  )
}
