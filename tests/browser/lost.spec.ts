import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { createApi, isLooking, report } from '../src/api.ts'
import { moveData, unmarriedPair } from '../src/people.ts'
import { reported } from '../src/story.ts'
import { expectAccessible, expectReflow } from './accessible.ts'
import { atRest, dialog, heading, seen } from './changing.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const forgotten = 'Indberetninger, som databasen har glemt'
const answer = 'CPR-kontoret har set den i registret'

const section = (page: Page) => page.getByRole('region', { name: forgotten })
const told = (page: Page, state: string) =>
  section(page)
    .getByRole('listitem')
    .filter({ hasText: `Ifølge vores log: ${state}.` })

async function open(page: Page, address: string, user = 'operator') {
  await page.addInitScript((name) => sessionStorage.setItem('sagsgang.user', name), user)
  await page.goto(address)
}

/** Two moves are reported, one of them without an answer; then the disk is put back as it was before. */
test.beforeAll(async ({ office: { product, control } }) => {
  const store = join(product.directory, 'data', 'postgres')
  const copy = join(product.directory, 'copy')
  await product.stop()
  execFileSync('cp', ['-a', store, copy])
  await product.restart()
  const api = createApi(product.url, 'senior')
  const [one, other] = await unmarriedPair(control)
  await reported(api, 'move', await moveData(control, one, -1))
  await control.faults({ seed: 1, loseRequest: 1 })
  const { caseId } = await api.open('move', await moveData(control, other, -1))
  await report(api, caseId, ['inDoubt'])
  await api.until(caseId, (found) => !isLooking(found))
  await control.faults({ seed: 1 })
  await product.stop()
  execFileSync('rm', ['-r', store])
  execFileSync('cp', ['-a', copy, store])
  await product.restart()
})

test('what the database forgot stands among what is stuck', async ({ page, office }) => {
  await open(page, `${office.product.url}/fastlaaste`)
  await expect(section(page).getByRole('link')).toHaveCount(2)
  await expect(told(page, 'Godtaget')).toHaveCount(1)
  await expect(told(page, 'Uden svar')).toHaveCount(1)
  await seen(page, 'lost-stuck')
  await press(page, told(page, 'Godtaget').getByRole('link', { name: /^FLYT-I, sendt/ }))
  await expect(heading(page)).toHaveText('Drift')
  await expect(told(page, 'Godtaget')).toContainText('kun databasen har glemt den')
  await seen(page, 'lost-operations')
})

test('who may not decide reads why, and nothing happens', async ({ page, office }) => {
  await open(page, `${office.product.url}/drift`, 'auditor')
  const decide = told(page, 'Uden svar').getByRole('button', { name: 'Ikke registreret' })
  await press(page, decide)
  await expect(dialog(page)).toBeHidden()
  await expect(told(page, 'Uden svar')).toContainText('Driften eller en sagsbehandler')
})

test('an operator decides with a reason, and it is gone', async ({ page, office }) => {
  await open(page, `${office.product.url}/drift`)
  const accepted = told(page, 'Godtaget')
  await press(page, accepted.getByRole('button', { name: 'Ikke registreret' }))
  await expect(dialog(page)).toContainText('Det går imod loggen')
  await atRest(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/screens/lost-against-da.png' })
  await page.keyboard.press('Escape')
  await press(page, accepted.getByRole('button', { name: 'Registreret', exact: true }))
  const confirm = dialog(page).getByRole('button', { name: 'Afgør' })
  await press(page, confirm)
  await expect(dialog(page).getByText('Skriv en begrundelse på mindst 3 tegn.')).toBeVisible()
  await expect(dialog(page)).not.toContainText('Det går imod loggen')
  await atRest(page)
  await expectAccessible(page)
  await expectReflow(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: 'test-results/screens/lost-narrow-da.png' })
  await type(page, dialog(page).getByLabel('Begrundelse'), answer)
  await press(page, confirm)
  await expect(accepted).toHaveCount(0)
  await expect(told(page, 'Uden svar')).toHaveCount(1)
})

test('a senior decides the last, and both are on record', async ({ page, office }) => {
  const { url } = office.product
  await open(page, `${url}/drift`, 'senior')
  await press(page, told(page, 'Uden svar').getByRole('button', { name: 'Ikke registreret' }))
  await type(page, dialog(page).getByLabel('Begrundelse'), 'CPR-kontoret kender den ikke')
  await press(page, dialog(page).getByRole('button', { name: 'Afgør' }))
  await expect(page.getByText('Ingen: databasen kender alt, hvad der er sendt.')).toBeVisible()
  await page.goto(`${url}/fastlaaste`)
  await expect(page.getByRole('region', { name: 'Skal afgøres' })).toBeVisible()
  await expect(section(page)).toBeHidden()
  const auditor = createApi(url, 'auditor')
  const rows = await auditor.trpc.audit.list.query({ action: 'update.decideLost' })
  expect(rows.map(({ outcome, purpose }) => ({ outcome, purpose })).toReversed()).toMatchObject([
    { outcome: 'applied', purpose: answer },
    { outcome: 'notApplied', purpose: 'CPR-kontoret kender den ikke' },
  ])
})
