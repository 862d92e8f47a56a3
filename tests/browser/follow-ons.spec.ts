import type { Page } from '@playwright/test'

import { currentRow, type Control } from '../src/control.ts'
import { expectAccessible } from './accessible.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const written = (date: string) => `${date.slice(6)}-${date.slice(4, 6)}-${date.slice(0, 4)}`
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const field = (page: Page, name: string) => page.getByLabel(new RegExp(`^${name}`)).first()
const group = (page: Page, name: string) => page.getByRole('list', { name: new RegExp(`^${name}`) })
const send = 'Control+Enter'

/** A woman and a man of an age to have children, with no family that could make one of them the other's kin. */
async function parentsToBe(control: Control): Promise<readonly [string, string]> {
  const adults = await control.people('status=01&civilStatus=U&limit=500')
  const [oldest, youngest] = [await control.day(-40 * 365), await control.day(-22 * 366)]
  const firstOf = async (sex: string): Promise<string> => {
    for (const one of adults) {
      const isOfAge = one.birthDate > oldest && one.birthDate < youngest
      if (!isOfAge || one.sex !== sex || one.municipality !== '0851') continue
      const { rows } = await control.person(one.pnr)
      const isAlone = [...(rows['kinship'] ?? []), ...(rows['protection'] ?? [])].length === 0
      if (isAlone) return one.pnr
    }
    throw new Error('nobody unmarried of that age in 0851')
  }
  return [await firstOf('K'), await firstOf('M')]
}

/** Ticks and explains every warning, then sends. */
async function confirmWarnings(page: Page) {
  const warnings = page.getByRole('checkbox', { name: /Jeg har/ })
  await expect(warnings.first()).toBeVisible()
  for (let index = 0; index < (await warnings.count()); index += 1) {
    await press(page, warnings.nth(index), 'Space')
    await type(page, page.getByLabel('Begrundelse for at fortsætte').nth(index), 'set og drøftet')
  }
  await page.keyboard.press(send)
}

async function reportBirth(page: Page, mother: string, birthDate: string) {
  await page.keyboard.press('n')
  await expect(heading(page)).toHaveText('Ny sag')
  await press(page, page.getByRole('button', { name: /Tildeling af personnummer - fødsel/ }))
  await type(page, page.getByLabel('Person', { exact: true }), mother)
  await type(page, page.getByLabel('Formål'), 'anmeldelse fra jordemoderen')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText('fødsel')
  await type(page, field(page, 'Fødselsdato'), written(birthDate))
  await type(page, field(page, 'Køn'), 'Kvinde')
  await type(page, field(page, 'Fødselsregistreringssted'), '7001')
  const isAlive = page.getByRole('radiogroup', { name: 'Levendefødt' })
  await press(page, isAlive.getByRole('radio', { name: 'Ja' }), 'Space')
  await type(page, field(page, 'Fødselsanmeldelse'), 'Anmeldelse 2026-93')
  await page.keyboard.press(send)
  await confirmWarnings(page)
}

test('what a birth asks for is answered by keyboard', async ({ page, office }) => {
  const { control, product } = office
  const [mother, father] = await parentsToBe(control)
  await page.goto(product.url)
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  // Who acts belongs to the demonstration, not to the work.
  await page.getByRole('combobox', { name: 'Demobruger' }).selectOption('parish')
  await expect(page.getByRole('banner').getByText('Jens Kirkegaard').first()).toBeVisible()
  await press(page, page.getByRole('link', { name: 'Arbejdskø' }))
  await reportBirth(page, mother, await control.day(-3))

  // What is due stands first, by date; what nobody asked for is folded away.
  const due = group(page, 'Skal indberettes')
  await expect(due.getByRole('listitem')).toHaveText([/Faderskab/, /Navngivelse/])
  await expect(due.getByText(/Frist/)).toHaveCount(2)
  await expect(group(page, 'Skal besvares')).toContainText('er ikke sikkert?')
  await expect(page.getByText('Forældrene beder om beskyttelse')).toBeHidden()
  await press(page, page.getByText(/^Kan åbnes/))
  await expect(page.getByText('Forældrene beder om beskyttelse')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Åbn Beskyttelse/ })).toBeVisible()
  await expectAccessible(page)
  const birth = page.url()

  await press(page, page.getByRole('button', { name: 'Åbn Faderskab (barnet)' }))
  await expect(heading(page)).toContainText('Faderskab')
  await type(page, field(page, 'Fars personnummer'), father)
  await type(page, field(page, 'Grundlag'), 'Omsorgs')
  await press(page, field(page, 'Mors samtykke'), 'Space')
  await type(page, field(page, 'Erklæring, afgørelse'), 'Erklæring 2026-93')
  await page.keyboard.press(send)
  await expect(group(page, 'Skal indberettes')).toContainText('Forældremyndighed')
  const child = (await control.person(father)).rows['kinship']
  expect(child).toContainEqual(expect.objectContaining({ relation: 'child', current: true }))

  await press(page, page.getByRole('link', { name: 'Åbn den oprindelige sag' }))
  await expect(page).toHaveURL(birth)
  await expect(due.getByRole('listitem').filter({ hasText: 'Faderskab' })).toContainText('I gang')
  await press(page, page.getByRole('button', { name: /^Ikke nødvendig: Statsborgerret/ }))
  const dialog = page.getByRole('dialog')
  await type(page, dialog.getByLabel('Begrundelse'), 'begge forældre er danske')
  await expectAccessible(page)
  await press(page, dialog.getByRole('button', { name: 'Ikke nødvendig' }))
  await expect(group(page, 'Afgjort')).toContainText('»begge forældre er danske«')
  await expect(group(page, 'Skal besvares')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Følgehændelser' })).toBeFocused()
  await expectAccessible(page)
  expect(currentRow(await control.person(mother), 'civilStatus')).toMatchObject({
    civilStatus: 'U',
  })
})
