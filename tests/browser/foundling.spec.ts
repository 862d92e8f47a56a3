import type { Page } from '@playwright/test'

import { type Api, createApi, isLooking, report } from '../src/api.ts'
import type { Control } from '../src/control.ts'
import { birthData } from '../src/people.ts'
import { numberOf } from '../src/story.ts'
import { seen } from './changing.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const nobody = '0000000000'

/** A child of an unknown mother was given a number, and no answer told it. */
async function foundling(api: Api, control: Control): Promise<string> {
  const { caseId } = await api.open('birth', await birthData(control, nobody))
  await control.faults({ seed: 1, loseReply: 1 })
  await report(api, caseId, ['inDoubt'])
  await api.until(caseId, (found) => !isLooking(found))
  await control.faults({ seed: 1 })
  await control.advance({ seconds: 901 })
  await expect(async () => {
    await control.advance({ seconds: 61 })
    expect(JSON.stringify((await api.get(caseId)).state)).toContain('deciding')
  }).toPass({ timeout: 20_000 })
  return caseId
}

/** Of those born that day the one whom nobody knew before. */
async function childOf(control: Control, known: ReadonlySet<string>): Promise<string> {
  const found = (await bornLately(control)).find((pnr) => !known.has(pnr))
  if (found === undefined) throw new Error('nobody was given a number')
  return found
}

async function bornLately(control: Control): Promise<readonly string[]> {
  const day = await control.day(-2)
  const people = await control.people('limit=1000&status=20')
  return people.filter(({ birthDate }) => birthDate === day).map(({ pnr }) => pnr)
}

const evidenceIn = (page: Page) => page.getByRole('region', { name: 'Det ved vi' })

test('whoever decides for a foundling gives the number', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'parish')
  const known = new Set(await bornLately(control))
  const caseId = await foundling(api, control)
  const child = await childOf(control, known)
  await page.addInitScript(() => sessionStorage.setItem('sagsgang.user', 'parish'))
  await page.goto(`${product.url}/sager/${caseId}`)
  const evidence = evidenceIn(page)
  const save = evidence.getByRole('button', { name: 'Gem afgørelsen' })
  await press(page, evidence.getByRole('radio', { name: /^Ja, den er registreret/ }), 'Space')
  await type(page, evidence.getByLabel('Begrundelse'), 'CPR-kontoret har barnet')
  await expect(evidence.getByLabel('Personnummer, som CPR gav')).toBeHidden()
  await press(page, save)
  await expect(evidence.getByRole('alert')).toContainText('CPR viser ikke, hvem der fik')
  await seen(page, 'foundling-number')
  await type(page, evidence.getByLabel('Personnummer, som CPR gav'), '1306814172')
  await press(page, save)
  await expect(evidence.getByRole('alert')).toContainText('CPR viser ikke, at denne')
  await type(page, evidence.getByLabel('Personnummer, som CPR gav'), child)
  await press(page, save)
  const born = await api.until(caseId, ({ status }) => status === 'followOns')
  expect(numberOf(born, 'child')).toBe(child)
  await expect(evidence).toBeHidden()
})
