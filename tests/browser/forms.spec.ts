import type { Page } from '@playwright/test'

import { createApi } from '../src/api.ts'
import { expectAccessible, expectReflow } from './accessible.ts'
import { expect, test } from './office.ts'

/** Between them they may report everything; an event is opened by the first of them who may. */
const reporters = ['senior', 'parish', 'family-law', 'cpr-office', 'citizenship-office'] as const
const longest = 240_000

/** Long ones, lists and choices: what is missing is said in the other language too. */
const readInEnglish = [
  ['senior', 'entry-without-pnr'],
  ['senior', 'parental-authority'],
  ['senior', 'marriage-entry'],
  ['family-law', 'guardian'],
  ['family-law', 'guardian-discharge'],
] as const

const signIn = (page: Page, user: string) =>
  page.addInitScript((name) => sessionStorage.setItem('sagsgang.user', name), user)

/** A case just opened, as the one who reports it sees it. */
async function openForm(page: Page, url: string, [user, event]: readonly [string, string]) {
  const { caseId, number } = await createApi(url, user).open(event)
  await page.goto(`${url}/sager/${caseId}`)
  await expect(page.getByText(`Sag ${number}`)).toBeVisible()
  await expect(page.locator('#event-form')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Henter')
}

/** Every event, by who opens it. */
async function sharedOut(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const taken = new Set<string>()
  const shares = new Map<string, readonly string[]>()
  for (const user of reporters) {
    const known = await createApi(url, user).trpc.catalogue.events.query()
    const share = known.filter(({ event, mayOpen }) => mayOpen && !taken.has(event))
    share.forEach(({ event }) => taken.add(event))
    shares.set(
      user,
      share.map(({ event }) => event),
    )
  }
  return shares
}

test('every event has somebody to fill in its form', async ({ office }) => {
  const shares = await sharedOut(office.product.url)
  expect([...shares.values()].flat()).toHaveLength(54)
})

for (const user of reporters) {
  test(`all can fill in what ${user} reports`, async ({ page, office: { product } }) => {
    test.setTimeout(longest)
    const events = (await sharedOut(product.url)).get(user) ?? []
    expect(events).not.toEqual([])
    await signIn(page, user)
    for (const event of events) {
      await test.step(event, async () => {
        await openForm(page, product.url, [user, event])
        await expectAccessible(page, '#event-form')
        await expectReflow(page)
      })
    }
  })
}

for (const [user, event] of readInEnglish) {
  test(`an empty ${event} says in English what is missing`, async ({ page, office }) => {
    await signIn(page, user)
    await openForm(page, office.product.url, [user, event])
    await page.getByRole('button', { name: /^English/ }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('button', { name: /^Confirm and send/ }).click()
    await expect(page.getByRole('heading', { name: /^Correct these/ })).toBeFocused()
    await expectAccessible(page)
    await expectReflow(page)
  })
}
