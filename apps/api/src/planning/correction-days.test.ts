import type { CaseDataChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { correctedNotAsPlanned } from '../testing/correcting.ts'
import { deathData, marriageData, moveData } from '../testing/forms.ts'
import {
  actorNamed,
  completeDeath,
  currentRow,
  openCase,
  rowsOf,
  submitTo,
} from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { createPlanner } from './planner.ts'

const world = withWorld()
const man = '0707614293'
const woman = '1306814172'
const mover = '0709614452'

const planFor = (caseId: string, data: CaseDataChange) =>
  createPlanner(world().deps).planCorrection(caseId, data, actorNamed('senior'))

/** What was planned, carried out; the rows that did not come as they were foretold. */
const corrected = (caseId: string, data: CaseDataChange) =>
  correctedNotAsPlanned(world(), caseId, data)

async function daysLater(days: number): Promise<string> {
  await world().advance({ days })
  return world().deps.clock.today()
}

test('a wedding day is put right on both', async () => {
  const first = world().deps.clock.today()
  const marriage = await openCase(world(), 'marriage-entry', marriageData([man, woman], first))
  await submitTo(world(), marriage, 'completed')
  const right = await daysLater(2)
  const { plan } = await planFor(marriage, { marriageDate: right })
  expect(new Set(plan.steps[0]?.after.map(({ person }) => person))).toEqual(new Set([man, woman]))
  expect(plan.steps[0]).toMatchObject({ isPrimary: true, acceptedOn: first })
  expect(await corrected(marriage, { marriageDate: right })).toEqual([])
  for (const pnr of [man, woman])
    expect(await currentRow(world(), pnr, 'civilStatus')).toMatchObject({ start: right })
})

test('what was put right can be put back', async () => {
  const today = world().deps.clock.today()
  const move = await openCase(world(), 'move', moveData(mover, today))
  await submitTo(world(), move, 'completed')
  const before = await rowsOf(world(), mover, 'address')
  expect(await corrected(move, { houseNumber: '023', floor: '1' })).toEqual([])
  expect(await planFor(move, { houseNumber: '23', floor: '01' })).toMatchObject({
    plan: { steps: [], diff: [] },
    order: null,
  })
  const { plan } = await planFor(move, { houseNumber: '021', floor: null })
  expect(plan.diff).toMatchObject([
    { field: 'houseNumber', before: '023', after: '021' },
    { field: 'floor', before: '01', after: null },
  ])
  expect(await corrected(move, { houseNumber: '021', floor: null })).toEqual([])
  const valid = (await rowsOf(world(), mover, 'address')).filter(({ mark }) => mark === null)
  expect(
    valid.map(({ houseNumber, floor, start, end }) => [houseNumber, floor, start, end]),
  ).toEqual(before.map(({ houseNumber, floor, start, end }) => [houseNumber, floor, start, end]))
})

test('a home ends on the right day of departure', async () => {
  const today = await daysLater(1)
  const departure = await openCase(world(), 'departure', {
    personnummer: mover,
    departureDate: today,
    departureCountry: '5110',
    stayKind: 'OVER_6',
    foreignAddress: ['Karl Johans gate 1', 'NO-0154 Oslo'],
    authority: '0851',
  })
  await submitTo(world(), departure, 'completed')
  const right = await daysLater(3)
  expect(await corrected(departure, { departureDate: right })).toEqual([])
  const [home] = (await rowsOf(world(), mover, 'address')).filter(
    ({ mark, end }) => mark === null && end === right,
  )
  expect(home).toBeDefined()
  expect(await corrected(departure, { foreignAddress: ['Storgata 2'] })).toEqual([])
  expect(await currentRow(world(), mover, 'migration')).toMatchObject({
    start: right,
    foreignAddress: ['Storgata 2'],
  })
})

test('fields of several rows are told apart', async () => {
  const today = world().deps.clock.today()
  const entry = await openCase(world(), 're-entry', {
    personnummer: mover,
    entryDate: today,
    entryCountry: '5110',
    lastForeignAddress: ['Storgata 2'],
    stayBasis: 'NORDIC',
    expectedStay: true,
    documentation: 'Flytteattest 4',
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '021',
    authority: '0851',
  })
  await submitTo(world(), entry, 'completed', 'followOns')
  const { plan, order } = await planFor(entry, { entryDate: '20200101', houseNumber: '022' })
  expect(order).toBeNull()
  expect(plan.blockers.map(({ id }) => id)).toEqual(['several-rows'])
  expect(plan.blockers[0]?.text.da).toContain(' · ')
  const later = await daysLater(1)
  expect(await corrected(entry, { entryDate: later })).toEqual([])
  expect(await currentRow(world(), mover, 'address')).toMatchObject({ start: later })

  // What moved along is still known as what the event wrote: nothing came later.
  expect(await corrected(entry, { houseNumber: '023' })).toEqual([])
  const undo = await createPlanner(world().deps).planUndo(entry, actorNamed('senior'))
  expect(undo.blockers).toEqual([])
})

test('the survivor is one from the right day', async () => {
  const today = await daysLater(1)
  const death = await openCase(world(), 'death', deathData(man, today))
  await completeDeath(world(), death)
  const right = await daysLater(1)
  expect(await corrected(death, { deathDate: right })).toEqual([])
  expect(await currentRow(world(), woman, 'civilStatus')).toMatchObject({
    civilStatus: 'E',
    start: right,
  })
  expect(await corrected(death, { deathDate: today })).toEqual([])
})
