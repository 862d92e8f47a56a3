import { expect, test as base } from '@playwright/test'

import { createControl, type Control } from '../src/control.ts'
import { startProduct, type Product } from '../src/product.ts'

interface Office {
  readonly product: Product
  readonly control: Control
}

/** One product for a file; every test fails when the page asked another host or showed a fault. */
export const test = base.extend<{ watched: void }, { office: Office }>({
  office: [
    // Playwright reads the names of the fixtures from an object pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const product = await startProduct()
      await use({ product, control: createControl(product.register) })
      await product.remove()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  watched: [
    async ({ page, office }, use) => {
      const faults: string[] = []
      page.on('pageerror', ({ message }) => faults.push(message))
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (protocol.startsWith('http') && origin !== office.product.url) faults.push(origin)
      })
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text())
      })
      await use()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
