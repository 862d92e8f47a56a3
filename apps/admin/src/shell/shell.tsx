import { InlineMessage } from '@navikt/ds-react'
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import { paths } from '../paths.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Header } from './header.tsx'
import { LiveContext, useLive } from './live.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { type Shortcuts, useShortcuts } from './shortcuts.ts'
import { Tabs } from './tabs.tsx'

export const Shell = () => {
  const { t } = useTexts()
  const live = useLive()
  const search = useRef<HTMLInputElement>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  useFocusOnPageChange()
  useShortcuts({
    ...useJumps(),
    '/': () => search.current?.focus(),
    '?': () => setHelpOpen(true),
  })
  return (
    <LiveContext value={live}>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <Header field={search} />
      <Tabs />
      <div role="status">
        {live === 'broken' && (
          <InlineMessage status="warning" size="small" className="banner">
            {t('shell.broken')}
          </InlineMessage>
        )}
      </div>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutsDialog open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </LiveContext>
  )
}

const useJumps = (): Shortcuts => {
  const navigate = useNavigate()
  const go = (to: (typeof paths)[keyof typeof paths]) => () => void navigate({ to })
  return {
    n: go(paths.newCase),
    'g a': go(paths.queue),
    'g f': go(paths.stuck),
    'g h': go(paths.events),
    'g o': go(paths.lookUp),
    'g r': go(paths.audit),
    'g d': go(paths.operations),
  }
}

/** A new page is announced by its heading; the first one is left where the browser put the reader. */
const useFocusOnPageChange = () => {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return
        document.querySelector<HTMLElement>('main h1')?.focus()
      }),
    [router],
  )
}
