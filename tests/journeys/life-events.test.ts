import { expect, test } from 'vitest'

import { report, settle } from '../src/api.ts'
import { currentRow, validRows } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { birthData, deathData, moveData } from '../src/people.ts'

const journey = useProduct()
const mother = '1306814172'

test('a birth assigns a number and opens naming and paternity', async () => {
  const { as, control } = journey.world
  const parish = as('parish')
  const { caseId } = await parish.open('birth', await birthData(control, mother))
  const born = await report(parish, caseId)
  expect(born.status).toBe('followOns')
  const child = born.persons.find(({ role }) => role === 'child')?.pnr ?? ''
  expect(child).toMatch(/^\d{10}$/)

  const naming = born.followOns.find(({ key }) => key === 'naming@child')
  const birthDay = await control.day(-2)
  const month = (Number(birthDay.slice(4, 6)) + 6) % 12 || 12
  expect(naming).toMatchObject({ mode: 'required', state: 'due' })
  expect(naming?.deadline?.slice(4, 6)).toBe(String(month).padStart(2, '0'))
  expect(born.followOns.find(({ key }) => key === 'paternity@child')).toMatchObject({
    state: 'due',
  })
  expect(currentRow(await control.person(child), 'civilStatus')).toMatchObject({ civilStatus: 'U' })
})

test('a child is named, has its father, and the case is closed', async () => {
  const { as, control } = journey.world
  const parish = as('parish')
  const { caseId } = await parish.open('birth', await birthData(control, '1306814180', 'M'))
  const born = await report(parish, caseId)
  const child = born.persons.find(({ role }) => role === 'child')?.pnr ?? ''

  await parish.command(caseId, {
    type: 'openFollowOn',
    followOn: 'paternity@child',
    data: {
      parentPersonnummer: '0707614293',
      startDate: await control.day(-2),
      basisOfParentage: 'RECOGNITION',
      motherConsent: true,
      documentation: 'Erklæring 2026-3',
      authority: '7001',
    },
  })
  await parish.command(caseId, {
    type: 'openFollowOn',
    followOn: 'naming@child',
    data: {
      namingDate: await control.day(0),
      firstNames: 'Storm',
      lastName: 'Prøvestrup',
      namingKind: 'NAMING',
      applicants: ['1306814180'],
      authority: '7001',
    },
  })
  const opened = await parish.until(
    caseId,
    ({ followOns }) => followOns.flatMap(({ cases }) => cases).length >= 2,
  )
  for (const childCase of opened.followOns.flatMap(({ cases }) => cases)) {
    await report(parish, childCase, ['completed', 'followOns'])
  }
  expect(currentRow(await control.person(child), 'name')).toMatchObject({ firstNames: 'Storm' })
  const kin = (await control.person('0707614293')).rows['kinship'] ?? []
  expect(kin.some((row) => row['personnummer'] === child && row.derivedMark === 'NF')).toBe(true)
})

test('a death makes the spouse widowed, who is not asked', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const before = await control.person('0709614096')
  const { caseId } = await api.open('death', await deathData(control, '0709614231'))
  await report(api, caseId)
  // Nobody but the worker can tell whether somebody has lost a guardian.
  await api.command(caseId, {
    type: 'waiveFollowOn',
    followOn: 'guardian@wards-of-the-deceased',
    reason: 'was nobody’s guardian',
  })
  const dead = await api.until(caseId, ({ status }) => status === 'completed')
  expect(currentRow(await control.person('0709614231'), 'person')).toMatchObject({ status: '90' })
  expect(currentRow(await control.person('0709614096'), 'civilStatus')).toMatchObject({
    civilStatus: 'E',
    derivedMark: 'ÆG',
  })
  const widowhood = dead.followOns.find(({ event }) => event === 'widowhood')
  expect(widowhood).toMatchObject({ mode: 'derived', state: 'settled' })
  const derived = await api.get(widowhood?.cases[0] ?? '')
  expect(derived.status).toBe('completed')

  await as('senior').undo(caseId)
  await api.until(caseId, ({ status }) => status === 'undone')
  expect(validRows(await control.person('0709614096'))).toEqual(validRows(before))
  expect((await api.get(derived.caseId)).status).toBe('undone')
})

test('a move too far ahead is refused by its rule', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { caseId } = await api.open('move', await moveData(control, '0707614293', 29))
  await api.command(caseId, { type: 'submit' })
  const found = await api.until(caseId, ({ findings }) => findings.length > 0)
  expect(found.findings.map(({ rule }) => rule)).toContain('move.window')
  expect(found.status).toBe('draft')
})

test('a move ahead waits for its day and is reported', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { caseId } = await api.open('move', await moveData(control, '0707614293', 20))
  await report(api, caseId, ['waiting'])
  const { length } = await control.applied()
  await control.advance({ days: 19 })
  expect((await api.get(caseId)).status).toBe('waiting')
  expect((await control.applied()).length).toBe(length)
  await control.advance({ days: 1 })
  // New checks on the day may warn anew.
  await api.until(caseId, ({ status }) => status !== 'waiting')
  await settle(api, caseId, ['completed', 'followOns'])
  expect(currentRow(await control.person('0707614293'), 'address')).toMatchObject({
    streetCode: '8511',
    houseNumber: '042',
  })
})
