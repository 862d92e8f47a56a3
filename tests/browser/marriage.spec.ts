import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

import { startProduct, type Product } from '../src/product.ts'

let product: Product
const foreign: string[] = []

test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(() => product.remove())
test.beforeEach(({ page }) => {
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== product.url) foreign.push(origin)
  })
})

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([])
}

test('the work queue shows seeded cases and is accessible', async ({ page }) => {
  await page.goto(product.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Arbejdskø')
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/queue.png' })
})
