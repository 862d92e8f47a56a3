import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const narrow = { width: 320, height: 800 }
const wide = { width: 1360, height: 900 }

/** No violation of the guidelines in the page as it stands, or in the part of it that is meant. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(standards).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
  expect(found).toEqual([])
}

/** At 320 pixels a page flows in one column: nothing but a drawing or a table may be wider. */
export async function expectReflow(page: Page): Promise<void> {
  await page.setViewportSize(narrow)
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow).toBeLessThanOrEqual(0)
  await page.setViewportSize(wide)
}
