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
