import { Button } from '@navikt/ds-react'

import { useTexts } from '../texts/use-texts.ts'

interface PageTurnerProps {
  /** Where each page up to this one began. */
  readonly cursors: readonly string[]
  readonly next: string | null
  readonly onGo: (cursors: string[] | undefined) => void
}

/** Whole pages, forth and back by the key of each; nothing where one page is all. */
export const PageTurner = ({ cursors, next, onGo }: PageTurnerProps) => {
  const { t } = useTexts()
  if (cursors.length === 0 && next === null) return null
  const before = cursors.slice(0, -1)
  return (
    <nav className="pages" aria-label={t('queue.pages')}>
      <Button
        size="small"
        variant="secondary"
        disabled={cursors.length === 0}
        onClick={() => onGo(before.length === 0 ? undefined : before)}
      >
        {t('queue.previous')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        disabled={next === null}
        onClick={() => next !== null && onGo([...cursors, next])}
      >
        {t('queue.next')}
      </Button>
    </nav>
  )
}
