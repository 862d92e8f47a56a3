import type { Page } from '@playwright/test'

import type { Api, CaseView } from '../src/api.ts'
import type { Control } from '../src/control.ts'
import { marriageData, nameChangeData, unmarriedPair } from '../src/people.ts'
import { followed, reported } from '../src/story.ts'
import { expectAccessible, expectReflow } from './accessible.ts'
import { expect } from './office.ts'

export const written = (date: string) => `${date.slice(6)}-${date.slice(4, 6)}-${date.slice(0, 4)}`
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
export const field = (page: Page, name: string) => page.getByLabel(new RegExp(`^${name}`)).first()
export const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name })
export const reasonField = (page: Page) =>
  page.getByRole('main').getByRole('textbox', { name: 'Begrundelse' })
export const dialog = (page: Page) => page.getByRole('dialog')

/** As a senior caseworker, who alone corrects and undoes. */
export async function openChange(page: Page, url: string, caseId: string, user = 'senior') {
  await page.addInitScript((name) => sessionStorage.setItem('sagsgang.user', name), user)
  await page.goto(`${url}/sager/${caseId}/ret-eller-fortryd`)
  await expect(heading(page)).toHaveText('Ret eller fortryd')
}

/** Colours are read once nothing fades in any more. */
export const atRest = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished))
  })

/** Read by all in both languages, and kept as a picture of the screen. */
export async function seen(page: Page, name: string) {
  for (const language of ['da', 'en'] as const) {
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expectAccessible(page)
    await expectReflow(page)
    await page.screenshot({ path: `test-results/screens/${name}-${language}.png`, fullPage: true })
    await button(page, /^(English|Dansk)/).click()
  }
}

export async function wedding(api: Api, control: Control, skip: number) {
  const couple = await unmarriedPair(control, skip)
  const married = await reported(api, 'marriage-entry', await marriageData(control, couple))
  return { couple, married }
}

/** Both take a new name at the wedding. */
export async function named(api: Api, control: Control, married: CaseView, person: string) {
  const followOn = `name-change@${person === married.data['personnummer'] ? 'person' : 'spouse'}`
  return followed(api, married.caseId, { followOn, data: await nameChangeData(control, person) })
}

export async function divorced(api: Api, control: Control, skip: number) {
  const { couple } = await wedding(api, control, skip)
  const [person, spouse] = couple
  const parted = await reported(api, 'divorce', {
    personnummer: person,
    spousePersonnummer: spouse,
    divorceDate: await control.day(0),
    ground: 'AGREEMENT',
    deciding: '1301',
    decision: 'Bevilling 2026-53',
  })
  return { couple, person, parted }
}
