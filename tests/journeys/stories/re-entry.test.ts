import { expect, test } from 'vitest'

import { currentRow, validRows } from '../../src/control.ts'
import { useProduct } from '../../src/journey.ts'
import { unmarriedPair } from '../../src/people.ts'
import { followed, reported, statesOf, takenBack, waived, whyNotUndone } from '../../src/story.ts'

const journey = useProduct()

const hamburg = ['Hafenstrasse 4', 'DE-20457 Hamburg']

const friend = ['c/o Ryberg', 'Hovedgaden 12', '9000 Aalborg']

const home = { municipalityCode: '0851', streetCode: '8511', houseNumber: '042', floor: '07' }

test('somebody leaves, marries abroad, and comes home again', async () => {
  const { as, control } = journey.world
  const [api, senior] = [as('caseworker'), as('senior')]
  const [wanderer, spouse] = await unmarriedPair(control)
  const both = async () => [await control.person(wanderer), await control.person(spouse)] as const
  const atFirst = await both()

  // She leaves for Hamburg, still votes at European elections, and gets her post through a friend.
  const leaving = await reported(api, 'departure', {
    personnummer: wanderer,
    departureDate: await control.day(-40),
    departureCountry: '5180',
    foreignAddress: hamburg,
    contactAddress: friend,
    authority: '0851',
  })
  const votes = await followed(api, leaving.caseId, {
    followOn: 'eu-election-address@person',
    data: { electionCode: '0002', votingDate: await control.day(300), authority: '0851' },
  })
  await followed(api, leaving.caseId, {
    followOn: 'contact-address@person',
    data: { authority: '0851' },
  })
  const abroad = await both()
  expect(currentRow(abroad[0], 'person')).toMatchObject({ status: '80' })
  expect(currentRow(abroad[0], 'address')).toBeUndefined()
  expect(currentRow(abroad[0], 'migration')).toMatchObject({ foreignAddress: hamburg })
  expect(currentRow(abroad[0], 'election')).toMatchObject({ country: '5180' })
  expect(currentRow(abroad[0], 'contactAddress')).toMatchObject({ lines: friend })

  // She comes home: the stay ends with its country, and so do the addresses that it needed.
  const back = await reported(api, 're-entry', {
    personnummer: wanderer,
    entryDate: await control.day(-2),
    entryCountry: '5180',
    lastForeignAddress: hamburg,
    ...home,
    stayBasis: 'DK',
    personalAppearance: true,
    expectedStay: true,
    documentation: 'Pas 2026-8',
    authority: '0851',
  })
  const { caseId } = back
  const arrived = await api.until(caseId, (found) => found.status === 'followOns')
  expect(statesOf(arrived)).toMatchObject({
    'marriage-entry@person': 'due',
    'name-change@person': 'due',
    'citizenship@person': 'due',
    'separation-entry@person': 'due',
    'civil-status.report-former@person': 'offered',
  })
  const settled = await control.person(wanderer)
  expect(currentRow(settled, 'person')).toMatchObject({ status: '01' })
  expect(currentRow(settled, 'address')).toMatchObject({ ...home, start: await control.day(-2) })
  expect(settled.rows['migration']).toContainEqual(
    expect.objectContaining({
      start: await control.day(-40),
      end: await control.day(-2),
      entryCountry: '5180',
    }),
  )
  expect(currentRow(settled, 'election')).toBeUndefined()
  expect(currentRow(settled, 'contactAddress')).toBeUndefined()

  // She married in Hamburg and took another name; her citizenship is what it was.
  await followed(api, caseId, {
    followOn: 'marriage-entry@person',
    data: {
      spousePersonnummer: spouse,
      marriageDate: await control.day(-20),
      marriageAuthority: '0851',
      country: '5180',
      documentation: 'Heiratsurkunde 2026-17',
      authority: '0851',
    },
  })
  await followed(api, caseId, {
    followOn: 'name-change@person',
    data: { lastName: 'Prøvestrup', authority: '0851' },
  })
  await waived(api, caseId, 'citizenship@person', 'is Danish as before')
  await waived(api, caseId, 'separation-entry@person', 'lives with her spouse')
  const done = await api.until(caseId, ({ status }) => status === 'completed')
  expect(statesOf(done)).toMatchObject({ 'eu-election-address-cessation@person': 'settled' })
  const [married, other] = await both()
  expect(currentRow(married, 'civilStatus')).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: spouse,
    start: await control.day(-20),
  })
  expect(currentRow(other, 'civilStatus')).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: wanderer,
    derivedMark: 'ÆG',
  })
  expect(currentRow(married, 'name')).toMatchObject({ lastName: 'Prøvestrup' })

  // She never left Hamburg: the departure cannot go before the return, which takes everything along.
  expect(await whyNotUndone(senior, leaving.caseId)).not.toEqual([])
  expect(await takenBack(senior, caseId)).toEqual([
    'name.undo-current',
    'civil-status.undo-current',
    'person-other.undo-current',
    'migration.undo-current',
  ])
  expect((await both()).map(validRows)).toEqual(abroad.map(validRows))

  // Nor did she ever leave home.
  await takenBack(senior, leaving.caseId)
  expect((await both()).map(validRows)).toEqual(atFirst.map(validRows))
  expect((await api.get(votes.caseId)).status).toBe('undone')
})
