import type { Page } from '@playwright/test'

import { createApi } from '../src/api.ts'
import { type Control, currentRow, markedRows } from '../src/control.ts'
import { moveData, nameChangeData, unmarriedPair } from '../src/people.ts'
import { reported } from '../src/story.ts'
import { expectAccessible } from './accessible.ts'
import { button, dialog, field, heading, seen, written } from './changing.ts'
import { press, type } from './keyboard.ts'
import { expect, test } from './office.ts'

const send = 'Control+Enter'
const rows = (page: Page) => page.getByRole('main').getByRole('row')
const hasEnded = (page: Page) => expect(page.getByText('Næste trin: Intet')).toBeVisible()

const signIn = (page: Page, user: string) =>
  page.addInitScript((name) => sessionStorage.setItem('sagsgang.user', name), user)

/** Purpose first, then the person, then the kind of data. */
async function look(page: Page, url: string, pnr: string, kind: string) {
  await page.goto(`${url}/registeropslag`)
  await press(page, button(page, 'Historik for en person'))
  await expect(heading(page)).toHaveText('Historik')
  await type(page, page.getByLabel('Formål'), 'fejl fundet ved eftersyn')
  await type(page, page.getByLabel('Personnummer'), pnr)
  await page.keyboard.press('Enter')
  await choose(page, kind)
}

async function choose(page: Page, kind: string) {
  await press(page, page.getByRole('link', { name: kind, exact: true }))
  await expect(page.getByRole('table', { name: kind })).toBeVisible()
}

/** Nothing of whom it is about stays where others can find it. */
async function expectNoTrace(page: Page, pnr: string) {
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  for (const place of [page.url(), await page.title(), stored]) expect(place).not.toContain(pnr)
}

/** Ticks and explains every warning, then sends. */
async function confirmWarnings(page: Page) {
  const warnings = page.getByRole('checkbox', { name: /Jeg har/ })
  await expect(warnings.first()).toBeVisible()
  for (let index = 0; index < (await warnings.count()); index += 1) {
    await press(page, warnings.nth(index), 'Space')
    await type(page, page.getByLabel('Begrundelse for at fortsætte').nth(index), 'set i arkivet')
  }
  await page.keyboard.press(send)
}

/** Somebody who lived where the municipality had written it, until they moved yesterday. */
async function mover(control: Control, url: string, skip: number) {
  const [pnr] = await unmarriedPair(control, skip)
  await reported(createApi(url, 'senior'), 'move', await moveData(control, pnr, -1))
  return pnr
}

async function hidden(control: Control): Promise<string> {
  for (const { pnr, municipality } of await control.people('status=01&limit=500')) {
    if (municipality !== '0851') continue
    const { rows: kept } = await control.person(pnr)
    const standing = kept['protection']?.filter(({ current, mark }) => current && mark === null)
    if (standing?.some(({ protectionType }) => protectionType === '00001') === true) return pnr
  }
  throw new Error('nobody protected in 0851')
}

test('marked rows of a history are told by words', async ({ page, office }) => {
  const { control, product } = office
  const [person] = await unmarriedPair(control, 0)
  const api = createApi(product.url, 'parish')
  const named = { ...(await nameChangeData(control, person)), authority: '7001' }
  const change = await reported(api, 'name-change', named)
  await api.undo(change.caseId)
  await api.until(change.caseId, ({ status }) => status === 'undone')
  await signIn(page, 'senior')
  await look(page, product.url, person, 'Navnedata')
  const proof = rows(page).filter({ hasText: 'Fortrudt (A)' })
  await expect(proof).toContainText('Prøvestrup')
  await expect(rows(page).filter({ hasText: 'Nuværende' })).not.toHaveCount(0)
  await press(page, proof.getByRole('button', { name: /^Fortryd …/ }))
  await expect(proof.getByText(/allerede rettet eller fortrudt/).first()).toBeVisible()
  await expectNoTrace(page, person)
  await seen(page, 'history')
  await press(page, page.getByRole('checkbox', { name: /^Vis også rettede/ }), 'Space')
  await expect(proof).toHaveCount(0)
  await expectNoTrace(page, person)
})

test('a former address is corrected through the page', async ({ page, office }) => {
  const { control, product } = office
  const person = await mover(control, product.url, 1)
  await signIn(page, 'senior')
  await look(page, product.url, person, 'Adressedata')
  const former = rows(page).filter({ hasText: 'Tidligere' }).first()
  await press(page, former.getByRole('button', { name: /^Ret …/ }))
  await expect(heading(page)).toContainText('Adressedata - ret tidligere')
  await expectNoTrace(page, person)
  const chosen = page.getByRole('group', { name: 'Hvilken række gælder det?' })
  await expect(chosen).toContainText('Aalborg Kommune (0851)')
  await type(page, field(page, 'Begrundelse'), 'navnet på døren manglede')
  await page.keyboard.press(send)
  await expect(page.getByText(/^Intet er rettet/)).toBeVisible()
  await type(page, field(page, 'C/o-navn'), 'Prøvestrup')
  await expect(page.getByText(/^Rettet\. Stod:/)).toBeVisible()
  await expect(page.getByText(/^Intet er rettet/)).toHaveCount(0)

  // A row that another operation handles is shown, and says so.
  await press(page, button(page, 'Vælg en anden række'))
  await expect(chosen).toContainText('behandles med »Adressedata - ret nuværende«')
  await expect(chosen.getByRole('listitem').filter({ hasText: 'Valgt' })).toHaveCount(1)
  await expect(chosen).toBeFocused()
  await seen(page, 'row-choice')
  await page.keyboard.press(send)
  await hasEnded(page)
  const corrected = await control.person(person)
  expect(markedRows(corrected)).toContainEqual(expect.objectContaining({ mark: 'K' }))
  expect(corrected.rows['address']).toContainEqual(
    expect.objectContaining({ mark: null, current: false, careOf: 'Prøvestrup' }),
  )

  // The case leads back to all that was ever said, and so does what can be undone of it.
  await press(page, button(page, /^Ret eller fortryd/))
  await expect(button(page, /^Historik for/)).toBeVisible()
  await page.goBack()
  await press(page, button(page, /^Vis historik/))
  await choose(page, 'Adressedata')
  await expect(rows(page).filter({ hasText: 'Rettet (K)' })).toHaveCount(1)
})

test('a late address is refused where it overlaps', async ({ page, office }) => {
  const { control, product } = office
  const person = await mover(control, product.url, 2)
  const [newest, before] = (await control.person(person)).rows['address']?.toReversed() ?? []
  expect(newest).toMatchObject({ current: true })
  await signIn(page, 'caseworker')
  await look(page, product.url, person, 'Adressedata')
  await press(page, button(page, 'Indberet tidligere …'))
  await expect(heading(page)).toContainText('Adressedata - indberet tidligere')
  await type(page, field(page, 'Kommunekode'), '0851')
  await type(page, field(page, 'Vejkode'), '8512')
  await type(page, field(page, 'Husnummer'), '033')
  await type(page, field(page, 'Startdato'), written(await control.day(-40)))
  await type(page, field(page, 'Slutdato'), written(await control.day(-20)))
  await type(page, field(page, 'Begrundelse'), 'boede midlertidigt et andet sted')
  const place = page.getByRole('region', { name: 'Mellem hvilke rækker?' })
  await expect(place.getByText('Overlapper den nye periode')).toHaveCount(1)
  await page.keyboard.press(send)
  const overlap = /overlapper rækker, der gælder/
  await expect(page.getByRole('heading', { name: /^Ret disse fejl/ })).toBeVisible()
  await expect(field(page, 'Startdato')).toHaveAccessibleDescription(overlap)
  await seen(page, 'late-overlap')

  // Up to the day the newest row begins it takes a piece of the one before, and asks first.
  await type(page, field(page, 'Slutdato'), written(String(newest?.start)))
  await page.keyboard.press(send)
  await confirmWarnings(page)
  await hasEnded(page)
  expect((await control.person(person)).rows['address']).toContainEqual(
    expect.objectContaining({ houseNumber: '033', mark: null, end: before?.end }),
  )
})

test('a protected history is covered until somebody says why', async ({ page, office }) => {
  const { control, product } = office
  const person = await hidden(control)
  await signIn(page, 'senior')
  await look(page, product.url, person, 'Adressedata')
  await expect(page.getByText('Personen er beskyttet').first()).toBeVisible()
  await expect(rows(page).filter({ hasText: 'Skjult' })).not.toHaveCount(0)
  await expect(page.getByRole('table')).not.toContainText('Husnummer')
  await press(page, button(page, 'Vis indholdet …'))
  await type(page, dialog(page).getByLabel('Begrundelse'), 'adressen skal rettes')
  await expectAccessible(page)
  await press(page, dialog(page).getByRole('button', { name: 'Vis indholdet' }))
  await expect(page.getByRole('table')).toContainText('Husnummer')
  await expectNoTrace(page, person)
})

test('maintenance is found among events and new cases', async ({ page, office }) => {
  const { product } = office
  await signIn(page, 'caseworker')
  await page.goto(`${product.url}/haendelser`)
  await expect(page.getByRole('status').getByText('67 vedligeholdelser')).toBeVisible()
  await page.goto(`${product.url}/ny-sag`)
  await type(page, page.getByRole('searchbox', { name: /^Find hændelse/ }), 'NAVN-')
  await expect(button(page, /^Navnedata - ret nuværende/)).toBeDisabled()
  await expect(button(page, /^Navnedata - ret nuværende/)).toContainText('Kræver')
  await press(page, button(page, /^Navnedata - indberet tidligere/))
  await expect(heading(page)).toHaveText('Historik')
  await expect(page.getByText(/^Du er i gang med: Navnedata - indberet/)).toBeVisible()
  await seen(page, 'history-wanted')
})

test('the row that is chosen fills in the form', async ({ page, office }) => {
  const { control, product } = office
  const [person] = await unmarriedPair(control, 3)
  const standing = currentRow(await control.person(person), 'address')
  const api = createApi(product.url, 'senior')
  const { caseId } = await api.open('address.correct-current', { personnummer: person })
  await signIn(page, 'senior')
  await page.goto(`${product.url}/sager/${caseId}`)
  const question = page.getByRole('group', { name: 'Hvilken række gælder det?' })
  await expect(field(page, 'Husnummer')).toHaveValue('')
  await press(page, question.getByRole('button', { name: /^Vælg denne række/ }).first())
  await expect(question).toBeFocused()
  await expect(field(page, 'Husnummer')).toHaveValue(String(standing?.['houseNumber']))
  await expect(field(page, 'Startdato')).toHaveValue(written(String(standing?.start)))
  await expect(page.getByText(/^Gemt kl\./)).toBeVisible()
  await type(page, field(page, 'Husnummer'), '999')
  await press(page, button(page, 'Udfyld med det, der står nu'))
  await expect(field(page, 'Husnummer')).toHaveValue(String(standing?.['houseNumber']))
  await page.reload()
  await expect(field(page, 'Husnummer')).toHaveValue(String(standing?.['houseNumber']))
})

test('a number that was changed leads to the valid one', async ({ page, office }) => {
  const { control, product } = office
  const [person] = await unmarriedPair(control, 4)
  const { birthDate } = (await control.people('limit=500')).find(({ pnr }) => pnr === person) ?? {}
  const api = createApi(product.url, 'cpr-office')
  const { rows: kept } = await api.trpc.register.history.query({
    person,
    dataType: 'personnummer',
    purpose: 'fejl fundet ved eftersyn',
  })
  await reported(api, 'personnummer.correct-current', {
    personnummer: person,
    timestamp: kept[0]?.timestamp ?? '',
    birthDate: birthDate === undefined ? '' : `${birthDate.slice(0, 6)}27`,
    reason: 'født en anden dag',
  })
  await signIn(page, 'senior')
  await page.goto(`${product.url}/registeropslag/historik?kind=name`)
  await type(page, page.getByLabel('Formål'), 'fejl fundet ved eftersyn')
  await type(page, page.getByLabel('Personnummer'), person)
  await page.keyboard.press('Enter')
  await press(page, button(page, 'Vis historik for det nye nummer'))
  await expect(page.getByRole('table', { name: 'Navnedata' })).toContainText('Efternavn')
  await expect(button(page, 'Vis historik for det nye nummer')).toHaveCount(0)
  await expect(page.getByLabel('Personnummer')).toHaveValue(/^\d{4}..-••••$/)
})
