import type { Page } from '@playwright/test'

import { createApi } from '../src/api.ts'
import type { Control } from '../src/control.ts'
import { unmarriedPair } from '../src/people.ts'
import { expectAccessible } from './accessible.ts'
import { atRest, button, dialog, heading, seen } from './changing.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const brokenOff = { service: 'ADRNVN-I', field: '', code: 5405, text: 'Samtalen er afbrudt' }

/** What the page belongs to is asked by somebody in particular. */
async function openStuck(page: Page, url: string, user = 'operator') {
  await page.addInitScript((name) => sessionStorage.setItem('sagsgang.user', name), user)
  await page.goto(`${url}/fastlaaste`)
  await expect(heading(page)).toHaveText('Fastlåste sager')
}

/** Each case is probed, resumed and followed to its end. */
const patient = { timeout: 30_000 }

const cause = /^Gang på gang/

const runs = (page: Page) => page.getByRole('region', { name: 'Igangværende handlinger' })

const items = (page: Page) => page.getByRole('region', { name: 'Sag for sag' })

/** The settle time passes, and the minute between two looks. */
async function untilToDecide(control: Control, isThere: () => Promise<boolean>) {
  await control.advance({ seconds: 901 })
  await expect(async () => {
    await control.advance({ seconds: 61 })
    expect(await isThere()).toBe(true)
  }).toPass({ timeout: 20_000 })
}

test('causes say whose they are and by when', async ({ page, office }) => {
  await openStuck(page, office.product.url)
  const groups = page.getByRole('group', { name: 'Grupperet efter årsag' })
  await expect(groups.getByRole('link', { name: cause })).toHaveAttribute('aria-current', 'true')
  await expect(groups.getByText('Skal løses af: Driften')).toBeVisible()
  await expect(groups.getByText('1 over fristen')).toBeVisible()
  await expect(button(page, 'Prøv 3 sager igen …')).toBeEnabled()
  await seen(page, 'stuck-causes')
  await press(page, groups.getByRole('link', { name: /^Fristen for en følgehændelse/ }))
  await press(page, button(page, /^Prøv 0 sager igen/))
  await expect(page.getByText('Årsagen løses i den enkelte sag')).toBeVisible()
  await seen(page, 'stuck-overdue')
})

test('a retry is put off until a time, and called off', async ({ page, office }) => {
  await openStuck(page, office.product.url)
  await press(page, page.getByRole('checkbox', { name: /^Vælg sag/ }).first(), 'Space')
  await expect(page.getByText('1 sag er valgt')).toBeVisible()
  await press(page, button(page, 'Prøv 1 sag igen …'))
  await press(page, dialog(page).getByRole('radio', { name: 'Nu' }), 'ArrowDown')
  await press(page, dialog(page).getByRole('button', { name: 'Ja, prøv igen' }))
  await expect(dialog(page).getByText('Skriv klokkeslættet som 06.30.')).toBeVisible()
  await atRest(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/screens/stuck-later-da.png' })
  await type(page, dialog(page).getByLabel('Klokkeslæt'), '06.30')
  await press(page, dialog(page).getByRole('button', { name: 'Ja, prøv igen' }))
  await expect(runs(page).getByText(/^Begynder \d\d-\d\d-\d{4} 06\.30/)).toBeVisible()
  const busy = page.getByText('Er allerede ved at blive prøvet igen', { exact: true })
  await expect(busy).toBeVisible()
  await press(page, runs(page).getByRole('button', { name: 'Stop' }))
  await expect(runs(page).getByText('Stoppet', { exact: true })).toBeVisible()
})

test('one is tried before the rest, which wait for its proof', async ({ page, office }) => {
  test.setTimeout(600_000)
  const { control, product } = office
  await control.faults({ seed: 1, refuse: brokenOff })
  await openStuck(page, product.url)
  await press(page, button(page, 'Prøv 3 sager igen …'))
  await expect(dialog(page)).toContainText('Én sag prøves først.')
  await atRest(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/screens/stuck-confirm-da.png' })
  await dialog(page).getByLabel('Tempo').selectOption('fast')
  await press(page, dialog(page).getByRole('button', { name: 'Ja, prøv igen' }))
  const failing = items(page).getByRole('cell', { name: /^Sidder stadig fast/ })
  await expect(failing).toBeVisible(patient)
  await expect(items(page).getByText('Venter på sin tur')).toHaveCount(2)
  await expect(runs(page).getByText('På pause', { exact: true })).toBeVisible()
  await seen(page, 'stuck-paused')
  await control.faults({ seed: 1 })
  await press(page, runs(page).getByRole('button', { name: 'Fortsæt' }).first())
  await expect(items(page).getByText('Løst: er kommet videre')).toHaveCount(2, patient)
  await expect(items(page).getByRole('status')).toContainText('Færdig')
  await expect(button(page, 'Prøv 1 sag igen …')).toBeEnabled()
  await seen(page, 'stuck-results')
  await press(page, button(page, 'Prøv 1 sag igen …'))
  await press(page, dialog(page).getByRole('button', { name: 'Ja, prøv igen' }))
  await expect(items(page).getByText('Løst: er kommet videre')).toHaveCount(1, patient)
  await expect(page.getByRole('link', { name: cause })).toBeHidden()
})

test('evidence is shown, an operator proposes, a senior decides', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { cases } = await api.trpc.cases.list.query({ status: 'inDoubt' })
  const caseId = cases[0]?.caseId ?? ''
  await untilToDecide(control, async () =>
    JSON.stringify((await api.get(caseId)).state).includes('deciding'),
  )
  await openStuck(page, product.url)
  const decisions = page.getByRole('region', { name: 'Skal afgøres' })
  await expect(decisions).toContainText('Ingen ny registrering svarer til det, der blev sendt')
  await press(page, decisions.getByRole('link'))
  const evidence = page.getByRole('region', { name: 'Det ved vi' })
  await expect(evidence.getByText('Skjult')).not.toHaveCount(0)
  await seen(page, 'evidence-operator')
  const propose = evidence.getByRole('button', { name: 'Foreslå afgørelsen' })
  await press(page, evidence.getByRole('radio', { name: /^Ja, den er registreret/ }), 'ArrowDown')
  await type(page, evidence.getByLabel('Begrundelse'), 'CPR viser en anden kommunes navn')
  await press(page, propose)
  await expect(evidence.getByText(/foreslår: Nej, den er ikke/)).toBeVisible()

  await page.addInitScript(() => sessionStorage.setItem('sagsgang.user', 'senior'))
  await page.goto(`${product.url}/sager/${caseId}`)
  await expect(evidence.getByText('Sekulin,Asta M')).toBeVisible()
  await press(page, evidence.getByRole('radio', { name: /^Ja, den er registreret/ }), 'Space')
  await expect(evidence.getByText('Det går imod det, CPR viser')).toBeVisible()
  await press(page, evidence.getByRole('button', { name: 'Gem afgørelsen' }))
  await expect(evidence.getByText('Skriv en begrundelse på mindst 3 tegn.')).toHaveCount(2)
  await seen(page, 'evidence-against')
  await press(page, evidence.getByRole('button', { name: 'Følg forslaget' }))
  await press(page, evidence.getByRole('button', { name: 'Gem afgørelsen' }))
  await api.until(caseId, ({ status }) => status === 'completed')
  await expect(evidence).toBeHidden()
})

test('another look at the register asks for a purpose', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'caseworker')
  const [person] = await control.people('status=01&civilStatus=G&limit=1')
  const { rows } = await control.person(person?.pnr ?? '')
  const name = rows['name']?.find(({ current }) => current)
  await control.faults({ seed: 1, loseRequest: 1 })
  const { caseId } = await api.open('addressing-name', {
    personnummer: person?.pnr ?? '',
    addressingName: `${String(name?.['lastName'])},${String(name?.['firstNames']).charAt(0)}`,
    startDate: await control.day(0),
    authority: '0851',
  })
  await api.command(caseId, { type: 'submit' })
  await api.until(caseId, ({ status }) => status === 'inDoubt' || status === 'confirming')
  await control.faults({ seed: 1 })
  await page.goto(`${product.url}/sager/${caseId}`)
  const evidence = page.getByRole('region', { name: 'Det ved vi' })
  await expect(evidence.getByText('Ingen ny registrering svarer endnu')).toBeVisible()
  await seen(page, 'evidence-early')
  await press(page, evidence.getByRole('button', { name: 'Slå op i CPR igen …' }))
  await press(page, dialog(page).getByRole('button', { name: 'Slå op' }))
  await expect(dialog(page).getByText('Formålet skal have mindst 10 tegn.')).toBeVisible()
  await atRest(page)
  await expectAccessible(page)
  await type(page, dialog(page).getByLabel('Formål'), 'Afklaring af usikker indberetning')
  await press(page, dialog(page).getByRole('button', { name: 'Slå op' }))
  await expect(dialog(page)).toBeHidden()
  await press(page, evidence.getByRole('button', { name: 'Slå op i CPR igen …' }))
  await expect(dialog(page)).toContainText('5 opslag mere')
})

test('a case is moved by hand by two people', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'caseworker')
  const [pnr] = await unmarriedPair(control, 3)
  const { rows } = await control.person(pnr)
  const name = rows['name']?.find(({ current }) => current)
  await control.faults({ seed: 1, refuse: brokenOff })
  const { caseId, number } = await api.open('addressing-name', {
    personnummer: pnr,
    addressingName: `${String(name?.['lastName'])},${String(name?.['firstNames']).charAt(0)}`,
    startDate: await control.day(0),
    authority: '0851',
  })
  await api.command(caseId, { type: 'submit' })
  await api.until(caseId, ({ status }) => status === 'stuck')
  await control.faults({ seed: 1 })
  await openStuck(page, product.url)
  await page.goto(`${product.url}/sager/${caseId}`)
  await press(page, button(page, 'Flyt sagen i hånden …'))
  await press(page, dialog(page).getByRole('radio').and(page.locator(':enabled')).first(), 'Space')
  await expect(dialog(page).getByText('Det sker der')).toBeVisible()
  await atRest(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/screens/landing-propose-da.png' })
  await type(page, dialog(page).getByLabel('Begrundelse'), 'borgeren har trukket sit ønske')
  await press(page, dialog(page).getByRole('button', { name: 'Foreslå flytningen' }))
  await expect(page.getByText('Forslag om at flytte sagen i hånden')).toBeVisible()
  await press(page, button(page, 'Godkend flytningen …'))
  await expect(page.getByText('Sagen flyttes til:')).toBeVisible()

  await page.addInitScript(() => sessionStorage.setItem('sagsgang.user', 'senior'))
  await page.goto(`${product.url}/fastlaaste`)
  const waiting = page.getByRole('region', { name: 'Flytninger, der venter' })
  await expect(waiting).toContainText('borgeren har trukket sit ønske')
  await press(page, waiting.getByRole('link', { name: new RegExp(number) }))
  await seen(page, 'landing-waiting')
  await press(page, button(page, 'Godkend flytningen …'))
  await atRest(page)
  await expectAccessible(page)
  await press(page, dialog(page).getByRole('button', { name: 'Ja, flyt sagen' }))
  await expect(page.getByText('Forslag om at flytte sagen i hånden')).toBeHidden()
  const moved = await api.get(caseId)
  expect(moved.status).not.toBe('stuck')
})

test('operations tell what the database has forgotten', async ({ page, office }) => {
  await page.addInitScript(() => sessionStorage.setItem('sagsgang.user', 'operator'))
  await page.goto(`${office.product.url}/drift`)
  await expect(page.getByText('Ingen: databasen kender alt, hvad der er sendt.')).toBeVisible()
  await seen(page, 'operations-lost')
})
