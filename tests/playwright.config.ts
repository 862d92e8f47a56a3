import { defineConfig } from '@playwright/test'

import { findBrowser } from './src/find-browser.ts'

export default defineConfig({
  testDir: 'browser',
  outputDir: 'test-results/browser',
  // Each has a product of its own for the files that fall to it.
  workers: 2,
  forbidOnly: true,
  timeout: 300_000,
  // Two browsers share the machine, and perhaps others do: slow is not broken.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1360, height: 900 },
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
