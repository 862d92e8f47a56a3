import { defineConfig } from '@playwright/test'

import { findBrowser } from './src/find-browser.ts'

export default defineConfig({
  testDir: 'browser',
  outputDir: 'test-results/browser',
  workers: 1,
  forbidOnly: true,
  timeout: 90_000,
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
