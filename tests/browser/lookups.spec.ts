import type { Page } from '@playwright/test'

import { readings } from '../samples/readings.ts'
import { createApi } from '../src/api.ts'
import { expectAccessible } from './accessible.ts'
import { button, dialog, field, heading, seen } from './changing.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const bettina = '0709614096'
const [torben, nobody] = ['0701614011', '0101010101']
const purpose = 'opslag til en flytning'

const signIn = (page: Page, user: string) =>
  page.addInitScript((name) => sessionStorage.setItem('sagsgang.user', name), user)

const service = (page: Page) => page.locator('.look-up-main > h2')
const answer = (page: Page) => page.getByRole('region', { name: 'Svar' })
const outcome = (page: Page, words: string | RegExp) =>
  page.getByRole('main').getByRole('status').getByText(words)
const lookUp = (page: Page) => page.locator('form').getByRole('button', { name: 'Slå op' })

async function open(page: Page, url: string, id: string) {
  await page.goto(`${url}/registeropslag?service=${id}`)
  await expect(service(page)).toContainText(id)
}

/** Nothing of whom it is about stays where others can find it. */
async function expectNoTrace(page: Page, pnr: string) {
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  for (const place of [page.url(), await page.title(), stored]) expect(place).not.toContain(pnr)
}

/** Purpose and keys, by their labels; Enter asks. */
async function ask(page: Page, keys: Readonly<Record<string, string>>) {
  await type(page, page.getByLabel('Formål'), purpose)
  for (const [label, value] of Object.entries(keys)) await type(page, field(page, label), value)
  await page.keyboard.press('Enter')
}

test('every service that reads has its place and form', async ({ page, office }) => {
  const { trpc } = createApi(office.product.url, 'caseworker')
  await page.goto(`${office.product.url}/registeropslag`)
  await expect(page.getByRole('status').getByText('45 opslag')).toBeVisible()
  const find = page.getByRole('searchbox', { name: 'Find opslag' })
  expect(readings).toHaveLength(45)
  for (const { service: id, keys } of readings) {
    await test.step(id, async () => {
      await find.fill(id)
      await find.press('Enter')
      await expect(service(page)).toContainText(id)
      await expect(service(page)).toBeFocused()
      const { keys: described } = await trpc.catalogue.service.query({ service: id })
      const asked = described.filter(({ use }) => use !== 'count' && use !== 'restart')
      for (const { code } of asked) await expect(page.locator(`#field-${code}`)).toBeVisible()
      const fields = page.locator(`form [id^="field-"]:is(input, select, textarea)`)
      await expect(fields).toHaveCount(asked.length)
      for (const code of Object.keys(keys)) expect(asked.map((key) => key.code)).toContain(code)
    })
  }
})

test('a lookup is found, asked and gone on with', async ({ page, office }) => {
  await signIn(page, 'caseworker')
  await page.goto(`${office.product.url}/registeropslag`)
  await type(page, page.getByRole('searchbox', { name: 'Find opslag' }), 'stamoplysninger')
  await page.keyboard.press('Enter')
  await expect(service(page)).toBeFocused()

  // Without a purpose and a number nothing is asked.
  await press(page, lookUp(page))
  const faults = page.getByRole('heading', { name: /^Ret dette/ })
  await expect(faults).toBeVisible()
  await expect(page.getByLabel('Formål')).toHaveAccessibleDescription(/mindst 10 tegn/)
  await expect(field(page, 'Personnummer')).toHaveAccessibleDescription(/skal udfyldes/)
  await seen(page, 'look-up-wrong')
  await ask(page, { Personnummer: bettina })
  await expect(faults).toHaveCount(0)
  await expect(outcome(page, 'Fundet')).toBeVisible()
  await expect(answer(page)).toContainText('Bettina Folmersen')
  await expect(answer(page)).toContainText('Aalborg Kommune (0851)')
  await expect(answer(page)).toContainText('07-09-1961')
  await expect(answer(page)).not.toContainText('4096')
  await seen(page, 'look-up')
  await press(page, button(page, 'Vis personnumre'))
  await expect(answer(page)).toContainText('070961-4096')
  await press(page, page.getByRole('checkbox', { name: /^Vis feltkoder/ }), 'Space')
  await expect(answer(page)).toContainText('FOEDDATO')

  // The next lookup is about the same person, for the same purpose.
  await open(page, office.product.url, 'STAM')
  await ask(page, { Personnummer: bettina })
  await type(page, page.getByRole('searchbox', { name: 'Find opslag' }), 'CIVIL1')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Formål')).toHaveValue(purpose)
  await expect(field(page, 'Personnummer')).toHaveValue('070961-••••')
  await press(page, lookUp(page))
  await expect(answer(page).getByRole('row').filter({ hasText: 'Gift (G)' })).toHaveCount(1)
  await expectNoTrace(page, bettina)
  await press(page, button(page, 'Opret sag på denne person'))
  await expect(heading(page)).toHaveText('Ny sag')
  await press(page, button(page, /^Flytning ?FLYT-I/))
  await expect(page.getByLabel('Person', { exact: true })).toHaveValue(bettina)
  await expect(page.getByLabel('Formål')).toHaveValue(purpose)
  await expectNoTrace(page, bettina)
})

test('a search is read on, and leads to a person', async ({ page, office }) => {
  await signIn(page, 'senior')
  await open(page, office.product.url, 'ADRSOG1')
  await ask(page, { Kommune: '0851', Navn: 'Folmersen' })
  await expect(field(page, 'Vejkode')).toHaveAccessibleDescription(/Udfyld Vejkode eller Vejnavn/)
  await ask(page, { Vejkode: '8511', Navn: ' ', 'Højeste antal': '3' })
  await expect(outcome(page, /^3 af \d+ rækker$/)).toBeVisible()
  const rows = answer(page).locator('[id^="answer-row-"]')
  await expect(rows).toHaveCount(3)
  await press(page, button(page, 'Vis flere'))
  await expect(rows).toHaveCount(6)
  await expect(rows.nth(3)).toBeFocused()
  await ask(page, { Husnummer: '51' })
  await expect(page.getByText('Beskyttede personer vises kun med nummer')).toBeVisible()
  await expect(rows).toHaveCount(2)
  await expect(button(page, 'Vis flere')).toHaveCount(0)
  await expectAccessible(page)

  await open(page, office.product.url, 'NVNSOG2')
  await type(page, page.getByLabel('Formål'), purpose)
  await type(page, field(page, 'Navn'), 'Folmersen')
  await field(page, 'Køn').selectOption({ label: 'Kvinde' })
  await press(page, lookUp(page))
  const found = rows.filter({ hasText: 'Bettina Folmersen' })
  await expect(found).toContainText('070961-••••')
  await seen(page, 'look-up-search')
  await press(page, found.getByRole('button', { name: /^Slå op/ }))
  await expect(service(page)).toContainText('STAM')
  await expect(field(page, 'Personnummer')).toHaveValue('070961-••••')
  await press(page, lookUp(page))
  await expect(answer(page)).toContainText('Bettina Folmersen')
  await expectNoTrace(page, bettina)
})

test('marked rows are shown as proof when asked', async ({ page, office }) => {
  await signIn(page, 'senior')
  await open(page, office.product.url, 'VEJ1')
  await ask(page, { Kommunekode: '0851', Vejkode: '8511' })
  const proof = answer(page).locator('.history-proof')
  await expect(answer(page)).toContainText('Industrivejen')
  await expect(proof).toHaveCount(0)
  await press(page, page.getByRole('checkbox', { name: /^Medtag annullerede/ }), 'Space')
  await press(page, lookUp(page))
  await expect(proof).toContainText('Industrivangen')
  await expect(proof).toContainText('Fortrudt (A)')
  await seen(page, 'look-up-marked')
})

test('who is protected stays covered until somebody says why', async ({ page, office }) => {
  await signIn(page, 'senior')
  await open(page, office.product.url, 'ADRESSE3')
  await ask(page, { Personnummer: torben })
  await expect(page.getByText('Personen er beskyttet').first()).toBeVisible()
  await expect(answer(page)).not.toContainText('Industriv')
  await seen(page, 'look-up-protected')
  await press(page, button(page, 'Vis navn og adresse …'))
  await type(page, dialog(page).getByLabel('Begrundelse'), 'brev om flytning skal sendes')
  await expectAccessible(page)
  await press(page, dialog(page).getByRole('button', { name: 'Vis navn og adresse' }))
  await expect(answer(page)).toContainText('Industriv')
  await expect(answer(page).getByRole('heading', { name: /^Svar/ })).toBeFocused()
  await expectNoTrace(page, torben)
})

test('no answer and nobody are told apart', async ({ page, office }) => {
  await signIn(page, 'caseworker')
  await open(page, office.product.url, 'STAM')
  await ask(page, { Personnummer: nobody })
  await expect(outcome(page, /Personen findes ikke i CPR \(172\)/)).toBeVisible()
  await expect(button(page, 'Opret sag på denne person')).toHaveCount(0)
  await expectAccessible(page)

  await office.control.faults({ closed: true })
  await press(page, lookUp(page))
  await expect(page.getByRole('alert').getByText('CPR er lukket i øjeblikket')).toBeVisible()
  await expect(outcome(page, /findes ikke/)).toHaveCount(0)
  await expectAccessible(page)
  await office.control.faults({})
  await type(page, field(page, 'Personnummer'), bettina)
  await press(page, lookUp(page))
  await expect(answer(page)).toContainText('Bettina Folmersen')

  // What the page cannot see is wrong is told at its field.
  await open(page, office.product.url, 'VEJ1')
  await ask(page, { Kommunekode: '0851', Vejkode: 'x1' })
  await expect(field(page, 'Vejkode')).toHaveAccessibleDescription(/ikke den rigtige form/)

  await page.goto(`${office.product.url}/registeropslag?service=UKENDT`)
  await expect(page.getByText('Opslaget »UKENDT« findes ikke')).toBeVisible()
  await expectAccessible(page)
})
