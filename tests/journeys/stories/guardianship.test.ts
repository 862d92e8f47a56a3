import { expect, test } from 'vitest'

import { isSingle } from '../../samples/who.ts'
import type { Form } from '../../src/api.ts'
import { currentRow, validRows } from '../../src/control.ts'
import { useProduct } from '../../src/journey.ts'
import { createFind } from '../../src/proof/cast.ts'
import { takeCensus } from '../../src/proof/census.ts'
import { followed, reported, statesOf, takenBack, whyNotUndone } from '../../src/story.ts'

const journey = useProduct()

const named = (pnr: string): Form => ({
  guardianRelation: '00001',
  guardianPersonnummer: pnr,
})

test('somebody is given guardians, and is free again', async () => {
  const { as, control } = journey.world
  const api = as('family-law')
  const census = await takeCensus(control)
  const find = createFind(census)
  const [ward, aunt, lawyer] = [find(isSingle), find(isSingle), find(isSingle)]
  const who = async () => control.person(ward.pnr)
  const atFirst = validRows(await who())

  // The decision names nobody: who cares for the ward is due, and is appointed from the same case.
  const guardianship = await reported(api, 'under-guardianship', {
    personnummer: ward.pnr,
    kind: '6-FULL',
    startDate: census.day(-20),
    guardianRelation: '00000',
    deciding: '1301',
    decision: 'Afgørelse 2026-80',
  })
  expect(statesOf(guardianship)).toMatchObject({ 'guardian@person': 'due' })
  await followed(api, guardianship.caseId, {
    followOn: 'guardian@person',
    data: named(aunt.pnr),
  })
  await api.until(guardianship.caseId, ({ status }) => status === 'completed')
  expect(currentRow(await who(), 'guardian')).toMatchObject({
    guardianPersonnummer: aunt.pnr,
    start: census.day(-20),
  })

  // A lawyer takes over: whom he takes over from is known, and only confirmed.
  const change = await reported(api, 'guardian', {
    personnummer: ward.pnr,
    ...named(lawyer.pnr),
    startDate: census.day(-5),
    decision: 'Afgørelse 2026-81',
    authority: '1301',
  })
  expect(statesOf(change)).toEqual({ 'guardian-discharge@person': 'due' })
  await followed(api, change.caseId, { followOn: 'guardian-discharge@person' })
  await api.until(change.caseId, ({ status }) => status === 'completed')
  expect(validRows(await who())['guardian']).toMatchObject([
    { guardianPersonnummer: aunt.pnr, start: census.day(-20), end: census.day(-5) },
    { guardianPersonnummer: lawyer.pnr, start: census.day(-5), end: null },
  ])
  const cared = validRows(await who())

  // The guardianship ends, and the lawyer with it: his discharge is a case that sends nothing.
  const end = await reported(api, 'under-guardianship-cessation', {
    personnummer: ward.pnr,
    endDate: census.day(-1),
    reason: 'DECISION',
    documentation: 'Afgørelse 2026-82',
    authority: '1301',
  })
  await api.until(end.caseId, ({ status }) => status === 'completed')
  const derived = (await api.get(end.caseId)).followOns.flatMap(({ cases }) => cases)
  expect(derived).toHaveLength(1)
  await api.until(derived[0] ?? '', ({ status }) => status === 'completed')
  const free = await who()
  expect([currentRow(free, 'guardianship'), currentRow(free, 'guardian')]).toEqual([
    undefined,
    undefined,
  ])

  // It was all a mistake: taken back in the order in which it rests on each other.
  expect(await whyNotUndone(api, guardianship.caseId)).not.toEqual([])
  await takenBack(api, end.caseId)
  expect(validRows(await who())).toEqual(cared)
  expect(await whyNotUndone(api, guardianship.caseId)).not.toEqual([])
  await takenBack(api, change.caseId)
  expect(currentRow(await who(), 'guardian')).toMatchObject({ guardianPersonnummer: aunt.pnr })
  await takenBack(api, guardianship.caseId)
  expect(validRows(await who())).toEqual(atFirst)
})
