import { randomUUID } from 'node:crypto'

import { createApi } from '../src/api.ts'
import { currentRow } from '../src/control.ts'
import { expectAccessible } from './accessible.ts'
import {
  written,
  heading,
  field,
  button,
  reasonField,
  dialog,
  openChange,
  seen,
  wedding,
  divorced,
} from './changing.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

test('a wedding date is corrected after a rehearsal', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { couple, married } = await wedding(api, control, 0)
  const right = await control.day(-2)
  await openChange(page, product.url, married.caseId)
  await press(page, page.getByRole('radio', { name: /^Fortryd registreringen/ }), 'ArrowUp')
  await type(page, field(page, 'Vielsesdato'), written(right))
  await page.keyboard.press('Tab')
  await expect(page.getByText(`Rettet. Stod: ${written(await control.day(-1))}`)).toBeVisible()
  await press(page, button(page, 'Vis, hvad der bliver rettet'))
  await expect(page.getByRole('heading', { name: /^Plan: 1 trin/ })).toBeVisible()
  const applied = await control.applied()
  await press(page, button(page, 'Prøvekør mod CPR'))
  await expect(page.getByText(/^Prøvekørt kl\./)).toBeVisible()
  await expect(page.getByText('CPR godkender')).toBeVisible()
  expect(await control.applied()).toHaveLength(applied.length)
  await seen(page, 'correct-date')
  await type(page, reasonField(page), 'datoen var læst forkert')
  await press(page, button(page, /^Ret registreringen …/))
  await expect(dialog(page).getByRole('listitem')).toHaveCount(2)
  await expect(dialog(page)).toContainText('får deres periode flyttet')
  await press(page, dialog(page).getByRole('button', { name: 'Ret registreringen' }))
  await expect(page.getByRole('heading', { name: 'Rækken, det handler om' })).toBeVisible()
  await expect(page.getByText('Næste trin: Intet')).toBeVisible()
  await seen(page, 'correction-case')
  for (const pnr of couple) {
    expect(currentRow(await control.person(pnr), 'civilStatus')).toMatchObject({ start: right })
  }

  // What stands is shown when it is corrected again.
  await openChange(page, product.url, married.caseId)
  await press(page, page.getByRole('radio', { name: /^Fortryd registreringen/ }), 'ArrowUp')
  await expect(field(page, 'Vielsesdato')).toHaveValue(written(right))
})

test('what stands in the way is named', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { couple, parted } = await divorced(api, control, 6)
  const { cases } = await api.trpc.cases.list.query({ person: couple[0], event: 'marriage-entry' })
  await openChange(page, product.url, cases[0]?.caseId ?? '')
  const blocked = page.getByText('Det er spærret, fordi:')
  await expect(blocked).toBeVisible()
  await expect(page.getByRole('link', { name: `Skilsmisse, sag ${parted.number}` })).toBeVisible()
  await expect(page.getByText('Planen er spærret: se hvorfor ovenfor.')).toBeVisible()
  await expect(button(page, /^Fortryd/).first()).toHaveAttribute('aria-disabled', 'true')
  await seen(page, 'undo-blocked')
  await press(page, button(page, 'Ret registreringen i stedet'))
  await expect(page.getByRole('radio', { name: /^Ret registreringen/ })).toBeChecked()
  await expect(field(page, 'Vielsesdato')).toBeVisible()
})

test('what was true before is reported as data', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { couple, married } = await wedding(api, control, 7)
  await openChange(page, product.url, married.caseId)
  await press(page, page.getByRole('radio', { name: /^Fortryd registreringen/ }), 'ArrowDown')
  await expect(page.getByRole('radiogroup', { name: 'Hvem gælder det?' })).toBeVisible()
  await seen(page, 'former')
  await press(page, page.getByRole('radio', { name: /Test|\(\d{6}/ }).first(), 'ArrowDown')
  await press(page, button(page, 'Opret sag om tidligere oplysning'))
  await expect(heading(page)).toContainText('indberet tidligere')
  const opened = await api.get(page.url().split('/').at(-1) ?? '')
  expect(opened).toMatchObject({
    event: 'civil-status.report-former',
    data: { personnummer: couple[1] },
    purpose: married.purpose,
  })
  await expectAccessible(page)
})

test('who may not undo is told why', async ({ page, office }) => {
  const { control, product } = office
  const { married } = await wedding(createApi(product.url, 'senior'), control, 9)
  await openChange(page, product.url, married.caseId, 'caseworker')
  await expect(page.getByRole('heading', { name: 'Plan: 1 trin' })).toBeVisible()
  const order = button(page, /^Fortryd 1 registrering/)
  await expect(order).toHaveAttribute('aria-disabled', 'true')
  await expect(order).toHaveAccessibleDescription(/udvidet adgang/)
  await type(page, reasonField(page), 'registreret ved en fejl')
  await press(page, order)
  await expect(dialog(page)).toBeHidden()
})

test('a correction is itself taken back', async ({ page, office }) => {
  const { control, product } = office
  const api = createApi(product.url, 'senior')
  const { couple, married } = await wedding(api, control, 8)
  const first = await control.day(-1)
  const { caseId } = await api.trpc.cases.correct.mutate({
    caseId: married.caseId,
    data: { marriageDate: await control.day(-2) },
    reason: 'datoen var læst forkert',
    idempotencyKey: randomUUID(),
  })
  await api.until(caseId, ({ status }) => status === 'completed')
  await openChange(page, product.url, caseId)
  await expect(page.getByRole('heading', { name: '1. Ret civilstand' })).toBeVisible()
  await seen(page, 'undo-correction')
  await type(page, reasonField(page), 'den første dato var rigtig')
  await press(page, button(page, /^Fortryd 1 registrering/))
  await press(page, dialog(page).getByRole('button', { name: /^Fortryd 1/ }))
  await api.until(caseId, ({ status }) => status === 'undone')
  const row = currentRow(await control.person(couple[1]), 'civilStatus')
  expect(row).toMatchObject({ start: first, civilStatus: 'G' })
})
