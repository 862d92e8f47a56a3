import { expect, test } from 'vitest'

import { all, hasNo, isSingle, startOf } from '../../samples/who.ts'
import { currentRow, validRows } from '../../src/control.ts'
import { useProduct } from '../../src/journey.ts'
import { createFind } from '../../src/proof/cast.ts'
import { takeCensus } from '../../src/proof/census.ts'
import { followed, reported, statesOf, takenBack, whyNotUndone } from '../../src/story.ts'

const journey = useProduct()

const newHome = {
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber: '042',
  floor: '09',
  door: 'mf',
  moveReason: 'OWN',
}

/** Somebody alone, and the rows that they have now. */
async function anyone() {
  const { control } = journey.world
  const census = await takeCensus(control)
  const isMeant = all(
    isSingle,
    hasNo('relocationOrder'),
    (one) => startOf(one, 'address') < census.day(-20),
  )
  const { pnr } = createFind(census)(isMeant)
  return { pnr, day: census.day, atFirst: validRows(await control.person(pnr)) }
}

test('an order to leave ends with the move', async () => {
  const { as, control } = journey.world
  const [api, senior] = [as('caseworker'), as('senior')]
  const { pnr, day, atFirst } = await anyone()
  const orderNow = async () => currentRow(await control.person(pnr), 'relocationOrder')

  const order = await reported(api, 'relocation-order', {
    personnummer: pnr,
    orderDate: day(-10),
    vacateBy: day(60),
    reason: 'NOT-YEAR-ROUND',
    authority: '0851',
  })
  expect(statesOf(order)).toMatchObject({ 'move@person': 'due' })
  const move = await followed(api, order.caseId, {
    followOn: 'move@person',
    data: { ...newHome, moveDate: day(0) },
  })
  await api.until(order.caseId, (found) => statesOf(found)['move@person'] === 'settled')
  expect(await orderNow()).toBeUndefined()

  // What the move ended is not taken back from under it.
  expect(await whyNotUndone(senior, order.caseId)).not.toEqual([])
  await takenBack(senior, move.caseId)
  expect(await orderNow()).toMatchObject({ start: day(-10), vacateBy: day(60), end: null })

  const lifting = await followed(api, order.caseId, {
    followOn: 'relocation-order-lifting@person',
    data: { liftDate: day(-2) },
  })
  expect(await orderNow()).toBeUndefined()
  await takenBack(senior, lifting.caseId)
  await takenBack(senior, order.caseId)
  expect(validRows(await control.person(pnr))).toEqual(atFirst)
})

const lines = ['c/o Kontoret', 'Havnevej 3']

test('an address meant for a home that is left', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const { pnr, day } = await anyone()
  const text = { personnummer: pnr, startDate: day(-5), lines, authority: '0851' }

  await reported(api, 'move', {
    personnummer: pnr,
    ...newHome,
    moveDate: day(-1),
    authority: '0851',
  })
  const beside = await reported(api, 'supplementary-address', text)
  expect(statesOf(beside)).toEqual({ 'supplementary-address-cessation@person': 'offered' })
  await followed(api, beside.caseId, { followOn: 'supplementary-address-cessation@person' })
  expect(validRows(await control.person(pnr))['supplementaryAddress']).toMatchObject([
    { current: false, start: day(-5), end: day(-1), lines },
  ])

  // Nobody came from abroad: that home ends no contact address.
  const instead = await reported(api, 'contact-address', text)
  expect(statesOf(instead)).toEqual({ 'contact-address-cessation@person': 'notNeeded' })
})

test('addresses begin and end on their days', async () => {
  const { as, control } = journey.world
  const [api, senior] = [as('caseworker'), as('senior')]
  const { pnr, day, atFirst } = await anyone()
  const text = { personnummer: pnr, lines, authority: '0851' }

  const ending = await reported(api, 'supplementary-address', {
    ...text,
    startDate: day(-3),
    endDate: day(5),
  })
  const coming = await api.open('contact-address', { ...text, startDate: day(3), endDate: day(9) })
  await api.command(coming.caseId, { type: 'submit' })
  await api.until(coming.caseId, ({ status }) => status === 'waiting')
  expect(currentRow(await control.person(pnr), 'contactAddress')).toBeUndefined()
  expect(currentRow(await control.person(pnr), 'supplementaryAddress')).toMatchObject({
    end: day(5),
  })

  await control.advance({ days: 6 })
  await api.until(coming.caseId, ({ status }) => status === 'completed')
  const later = await control.person(pnr)
  expect(currentRow(later, 'supplementaryAddress')).toBeUndefined()
  expect(currentRow(later, 'contactAddress')).toMatchObject({ start: day(3), end: day(9), lines })

  await control.advance({ days: 4 })
  expect(currentRow(await control.person(pnr), 'contactAddress')).toBeUndefined()
  await takenBack(senior, coming.caseId)
  await takenBack(senior, ending.caseId)
  expect(validRows(await control.person(pnr))).toEqual(atFirst)
})
