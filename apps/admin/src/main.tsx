import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import '@fontsource/ibm-plex-sans/latin-ext-400.css'
import '@fontsource/ibm-plex-sans/latin-ext-600.css'
import '@fontsource/ibm-plex-mono/latin-400.css'
// One by one: the whole style sheet fetches its fonts from another host.
import '@navikt/ds-css/dist/global/tokens.min.css'
import '@navikt/ds-css/dist/global/reset.min.css'
import '@navikt/ds-css/dist/global/baseline.min.css'
import '@navikt/ds-css/dist/global/print.min.css'
import '@navikt/ds-css/dist/components.min.css'
import './styles/theme.css'
import './styles/shell.css'
import './styles/lists.css'
import './styles/case.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app.tsx'
import { startTexts } from './texts/i18n.ts'

await startTexts()

const place = document.querySelector('#root')
if (place === null) throw new Error('the page has no place for the window')

createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
