import type { Page } from '@playwright/test'

import { currentRow, validRows } from '../src/control.ts'
import { unmarriedPair } from '../src/people.ts'
import { expectAccessible } from './accessible.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const written = (date: string) => `${date.slice(6)}-${date.slice(4, 6)}-${date.slice(0, 4)}`
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const field = (page: Page, name: string) => page.getByLabel(new RegExp(`^${name}`)).first()
const send = 'Control+Enter'

async function openCase(page: Page, event: string, pnr: string) {
  await page.keyboard.press('n')
  await expect(heading(page)).toHaveText('Ny sag')
  await press(page, page.getByRole('button', { name: new RegExp(event) }))
  await type(page, page.getByLabel('Person', { exact: true }), pnr)
  await type(page, page.getByLabel('Formål'), 'vielse på rådhuset')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText(event)
}

/** Ticks and explains every warning, then sends. */
async function confirmWarnings(page: Page) {
  const warnings = page.getByRole('checkbox', { name: /Jeg har/ })
  await expect(warnings.first()).toBeVisible()
  await expectAccessible(page)
  for (let index = 0; index < (await warnings.count()); index += 1) {
    await press(page, warnings.nth(index), 'Space')
    await type(page, page.getByLabel('Begrundelse for at fortsætte').nth(index), 'set og drøftet')
  }
  await page.keyboard.press(send)
}

const hasEnded = (page: Page) => expect(page.getByText('Næste trin: Intet')).toBeVisible()

test('a marriage is reported, named and undone by keyboard', async ({ page, office }) => {
  const { control, product } = office
  const [person, spouse] = await unmarriedPair(control)
  const before = await control.person(spouse)
  await page.goto(product.url)
  await expect(heading(page)).toHaveText('Arbejdskø')
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await expectAccessible(page)

  await openCase(page, 'Vielse - indgåelse', person)
  await expectAccessible(page)
  await type(page, field(page, 'Ægtefælles personnummer'), spouse)
  await type(page, field(page, 'Vielsesdato'), written(await control.day(-1)))
  await type(page, field(page, 'Vielsesmyndighed'), '0851')
  await type(page, field(page, 'Vielsestype'), 'I udlandet')
  await type(page, field(page, 'Vielsesland'), 'Sverige')
  await type(page, field(page, 'Vielsesprotokol'), 'Vielsesbog 2026-17')
  await expect(page.getByText('Kode 5120')).toBeVisible()
  await expect(page.getByLabel('Myndighed').last()).toHaveValue('Aalborg Kommune')
  await page.keyboard.press(send)
  await confirmWarnings(page)
  await hasEnded(page)
  await expectAccessible(page)
  const married = page.url()
  expect(currentRow(await control.person(spouse), 'civilStatus')).toMatchObject({
    civilStatus: 'G',
  })

  await press(page, page.getByRole('button', { name: 'Åbn Navneændring' }).nth(1))
  await expect(heading(page)).toContainText('Navneændring')
  await type(page, field(page, 'Efternavn'), 'Prøvestrup')
  await press(page, field(page, 'Gebyr betalt'), 'Space')
  await page.keyboard.press(send)
  await hasEnded(page)
  expect(currentRow(await control.person(spouse), 'name')).toMatchObject({ lastName: 'Prøvestrup' })

  await page.goto(married)
  await press(page, page.getByRole('combobox', { name: 'Demobruger' }), 'ArrowDown')
  await expect(page.getByRole('banner').locator('span', { hasText: 'Henrik Madsen' })).toBeVisible()
  await press(page, page.getByRole('button', { name: /Ret eller fortryd/ }))
  await expect(heading(page)).toHaveText('Ret eller fortryd')
  await press(page, page.getByRole('radio', { name: /Fortryd registreringen/ }), 'Space')
  await expect(page.getByRole('heading', { name: /Plan: 2 trin/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Gift (G)' }).first()).toBeVisible()
  await expectAccessible(page)
  await type(page, page.getByLabel('Begrundelse'), 'registreret ved en fejl')
  await press(page, page.getByRole('button', { name: /Fortryd 2 registreringer/ }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: /Fortryd 2/ }))
  await hasEnded(page)
  await expect(page.getByRole('main').getByText('Fortrudt', { exact: true }).first()).toBeVisible()
  expect(validRows(await control.person(spouse))).toEqual(validRows(before))
})
