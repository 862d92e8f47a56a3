import type { Page } from '@playwright/test'

import { createApi } from '../src/api.ts'
import { expectAccessible, expectReflow } from './accessible.ts'
import { expect, test } from './office.ts'

const screens = {
  'work queue': '/',
  'new case': '/ny-sag',
  'stuck cases': '/fastlaaste',
  events: '/haendelser',
  'one event': '/haendelser/birth',
  'register lookup': '/registeropslag',
  history: '/registeropslag/historik',
  operations: '/drift',
}

const speak = (page: Page, language: 'English' | 'Dansk') =>
  page.getByRole('button', { name: new RegExp(`^${language}`) }).click()

for (const [name, address] of Object.entries(screens)) {
  test(`${name} can be read by all, in both languages`, async ({ page, office }) => {
    await page.goto(`${office.product.url}${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Henter')
    await expectAccessible(page)
    await expectReflow(page)
    await speak(page, 'English')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expectAccessible(page)
    await expectReflow(page)
  })
}

test('every seeded case can be read, whatever its state', async ({ page, office }) => {
  const { trpc } = createApi(office.product.url, 'caseworker')
  const { cases } = await trpc.cases.list.query({ limit: 200 })
  const shown = new Map(cases.map((row) => [row.status, row]))
  for (const { caseId, number } of shown.values()) {
    await page.goto(`${office.product.url}/sager/${caseId}`)
    await expect(page.getByText(`Sag ${number}`)).toBeVisible()
    await expectAccessible(page)
    await expectReflow(page)
    expect(await page.title()).not.toMatch(/\d{6}-?\d{4}/)
  }
})

test('a letter in a choice or with a modifier is no shortcut', async ({ page, office }) => {
  await page.goto(office.product.url)
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await page.getByRole('combobox', { name: 'Demobruger' }).focus()
  await page.keyboard.press('n')
  await page.getByRole('link', { name: 'Hændelser' }).focus()
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Arbejdskø')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ny sag')
})

test('a live chart shows where a case is and was', async ({ page, office }) => {
  const { trpc } = createApi(office.product.url, 'caseworker')
  const { cases } = await trpc.cases.list.query({ event: 'marriage-entry', status: 'followOns' })
  await page.goto(`${office.product.url}/sager/${cases[0]?.caseId ?? ''}`)
  await page.getByRole('tab', { name: 'Tilstand' }).click()
  const drawing = page.getByRole('img', { name: /Tilstandsdiagram/ })
  const frame = page.getByRole('group', { name: /Tegning af tilstande/ })
  await expect(drawing).toBeVisible()
  const spare = async () =>
    ((await frame.boundingBox())?.width ?? 0) - ((await drawing.boundingBox())?.width ?? 0)
  await expect.poll(spare).toBeGreaterThanOrEqual(0)
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Tilstande som liste' }).click()
  await expect(page.locator('[aria-current]').first()).toBeVisible()
  await expectAccessible(page)
})
