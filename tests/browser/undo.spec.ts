import { createApi } from '../src/api.ts'
import { currentRow, validRows } from '../src/control.ts'
import { nameChangeData } from '../src/people.ts'
import { followed } from '../src/story.ts'
import { expectAccessible } from './accessible.ts'
import {
  heading,
  button,
  reasonField,
  dialog,
  atRest,
  openChange,
  seen,
  wedding,
  named,
  divorced,
} from './changing.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const refusal = { service: 'CIV-F', field: 'PNR', code: 4455, text: 'prøve på afvisning' }

test('a marriage is undone with its names', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { couple, married } = await wedding(api, control, 1)
  const [person, spouse] = couple
  await named(api, control, married, person)
  await named(api, control, married, spouse)
  await openChange(page, product.url, married.caseId)
  await expect(page.getByRole('heading', { name: /^Plan: 3 trin/ })).toBeVisible()
  await expect(page.getByText('2 følgehændelser bygger på registreringen')).toBeVisible()
  await expect(page.getByText(/^Bliver stående som bevis \(fortrudt\)/)).toHaveCount(4)
  await press(page, button(page, /^Fortryd 3 registreringer/))
  await expect(reasonField(page)).toBeFocused()
  await seen(page, 'undo-plan')
  await type(page, reasonField(page), 'registreret ved en fejl')
  await press(page, button(page, /^Fortryd 3 registreringer/))
  await expect(dialog(page).getByRole('listitem')).toHaveCount(2)
  await atRest(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/screens/undo-confirm-da.png' })
  await press(page, dialog(page).getByRole('button', { name: /^Fortryd 3/ }))
  await expect(page).toHaveURL(/sager\/[^/]+$/)
  await api.until(married.caseId, ({ status }) => status === 'undone')
  await expect(page.getByRole('main').getByText('Fortrudt', { exact: true }).first()).toBeVisible()
  await seen(page, 'undo-done')
  expect(currentRow(await control.person(spouse), 'civilStatus')).toMatchObject({
    civilStatus: 'U',
  })
})

test('a rehearsal tells which step the register refuses', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { couple, married } = await wedding(api, control, 6)
  await named(api, control, married, couple[0])
  await openChange(page, product.url, married.caseId)
  await expect(page.getByRole('heading', { name: /^Plan: 2 trin/ })).toBeVisible()
  const applied = await control.applied()
  await control.faults({ seed: 1, refuse: refusal })
  await press(page, button(page, 'Prøvekør mod CPR'))
  await expect(page.getByText(/^Prøvekørt kl\./)).toContainText('1 godkendt')
  await control.faults({ seed: 1 })
  const steps = page.getByRole('list').filter({ hasText: 'Primær hændelse' }).getByRole('listitem')
  await expect(steps.filter({ hasText: 'Følgehændelse' })).toContainText('CPR godkender')
  await expect(steps.filter({ hasText: 'CPR afviser' })).toContainText(
    'Personnummer: prøve på afvisning',
  )
  await expect(page.getByText(/^Trinnet bygger på 1 trin/)).toBeVisible()
  await seen(page, 'rehearsal-refused')
  expect(await control.applied()).toHaveLength(applied.length)
})

test('what is to be decided is taken along', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { person, parted } = await divorced(api, control, 2)
  const before = await control.person(person)
  const order = { followOn: 'name-change@person-or-spouse', person }
  const data = await nameChangeData(control, person)
  await followed(api, parted.caseId, { ...order, data })
  await openChange(page, product.url, parted.caseId)
  await expect(page.getByRole('heading', { name: 'Plan: 1 trin' })).toBeVisible()
  await seen(page, 'undo-review')
  await press(page, button(page, 'Prøvekør mod CPR'))
  await expect(page.getByText(/^Prøvekørt kl\./)).toContainText('1 godkendt')
  await press(page, page.getByRole('checkbox', { name: /^Fortryd også denne/ }), 'Space')
  await expect(page.getByRole('heading', { name: 'Plan: 2 trin i denne rækkefølge' })).toBeVisible()
  await expect(button(page, /^Fortryd 2 registreringer/)).toBeEnabled()
  await expect(page.getByText('Prøvekørslen gælder ikke længere')).toBeVisible()
  await expectAccessible(page)
  await type(page, reasonField(page), 'skilsmissen blev ikke til noget')
  await press(page, button(page, /^Fortryd 2 registreringer/))
  await press(page, dialog(page).getByRole('button', { name: /^Fortryd 2/ }))
  await api.until(parted.caseId, ({ status }) => status === 'undone')
  const after = await control.person(person)
  expect(validRows(after)['name']).toEqual(validRows(before)['name'])
  expect(currentRow(after, 'civilStatus')).toMatchObject({ civilStatus: 'G' })
})

test('a plan that has changed meanwhile is called off', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { couple, married } = await wedding(api, control, 3)
  await openChange(page, product.url, married.caseId)
  await expect(page.getByRole('heading', { name: 'Plan: 1 trin' })).toBeVisible()
  await named(api, control, married, couple[0])
  await type(page, reasonField(page), 'registreret ved en fejl')
  await press(page, button(page, /^Fortryd 1 registrering/))
  await press(page, dialog(page).getByRole('button', { name: /^Fortryd 1/ }))
  await expect(page.getByText('Intet er fortrudt')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Plan: 2 trin/ })).toBeVisible()
  await seen(page, 'undo-called-off')
  const { status } = await api.get(married.caseId)
  expect(status).not.toBe('undoing')
})

test('a half-done undo goes on, another one stops', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const halfDone = async (skip: number) => {
    const { couple, married } = await wedding(api, control, skip)
    await named(api, control, married, couple[1])
    await control.faults({ seed: 1, refuse: refusal })
    await api.undo(married.caseId)
    await api.until(married.caseId, ({ status }) => status === 'partlyUndone')
    await control.faults({ seed: 1 })
    return { caseId: married.caseId, couple }
  }
  const first = await halfDone(4)
  await openChange(page, product.url, first.caseId)
  await page.getByRole('link', { name: 'Tilbage til sagen' }).click()
  await expect(page.getByText('Fortrydelsen er gået i stå halvvejs')).toBeVisible()
  await expect(page.getByText('prøve på afvisning').first()).toBeVisible()
  await seen(page, 'half-done')
  await press(page, button(page, /^Fortsæt/))
  await expect(heading(page)).toHaveText('Ret eller fortryd')
  await expect(page.getByRole('heading', { name: 'Plan: 1 trin' })).toBeVisible()
  await seen(page, 'half-done-plan')
  await type(page, reasonField(page), 'registreret ved en fejl')
  await press(page, button(page, /^Fortsæt: fortryd 1/))
  await press(page, dialog(page).getByRole('button', { name: /^Fortryd 1/ }))
  await api.until(first.caseId, ({ status }) => status === 'undone')

  const second = await halfDone(5)
  await page.goto(`${product.url}/sager/${second.caseId}`)
  await press(page, button(page, /^Stop her/))
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1)
  await atRest(page)
  await expectAccessible(page)
  await type(page, dialog(page).getByLabel('Begrundelse'), 'vielsen er rigtig nok')
  await press(page, dialog(page).getByRole('button', { name: 'Stop fortrydelsen' }))
  await api.until(second.caseId, ({ status }) => status === 'followOns' || status === 'completed')
  await expect(page.getByText('Fortrydelsen er gået i stå halvvejs')).toBeHidden()
  await expect(heading(page)).toBeFocused()
  expect(currentRow(await control.person(second.couple[1]), 'civilStatus')).toMatchObject({
    civilStatus: 'G',
  })
})
