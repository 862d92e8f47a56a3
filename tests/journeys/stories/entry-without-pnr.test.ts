import { expect, test } from 'vitest'

import type { Form } from '../../src/api.ts'
import { currentRow, validRows } from '../../src/control.ts'
import { useProduct } from '../../src/journey.ts'
import {
  followed,
  numberOf,
  reported,
  statesOf,
  takenBack,
  waived,
  whyNotUndone,
} from '../../src/story.ts'

const journey = useProduct()

/** The home that a family from Lyon has found. */
const home = { municipalityCode: '0851', streetCode: '8511', houseNumber: '042', floor: '08' }

async function arrival(): Promise<Form> {
  const { control } = journey.world
  return {
    citizenship: '5130',
    birthAuthority: '5130',
    churchRelation: 'U',
    entryDate: await control.day(-2),
    entryCountry: '5130',
    lastForeignAddress: ['14 quai Perrache', 'FR-69002 Lyon'],
    ...home,
    stayBasis: 'EU',
    stayFrom: await control.day(-2),
    personalAppearance: true,
    expectedStay: true,
    documentation: 'Registreringsbevis 2026-9',
    authority: '0851',
  }
}

const wedding = { civilStatus: 'G', civilStatusDate: '20100605' }

const wife = {
  birthDate: '19840302',
  sex: 'K',
  firstNames: 'Marie-Amélie Joséphine',
  lastName: 'Beaumarchais-Lefevre',
  ...wedding,
  spouseName: 'Pierre Lefevre',
}

const husband = {
  birthDate: '19820311',
  sex: 'M',
  firstNames: 'Pierre',
  lastName: 'Lefevre',
  ...wedding,
}

const daughter = {
  birthDate: '20150504',
  sex: 'K',
  firstNames: 'Louise',
  lastName: 'Lefevre',
  civilStatus: 'U',
}

const numberFor = (alienNumber: string): Form => ({ alienNumber, authority: '0851' })

test('a family from abroad enters one after the other', async () => {
  const { as, control } = journey.world
  const [api, senior] = [as('caseworker'), as('senior')]
  const who = async (pnr: string) => control.person(pnr)

  // The mother comes first: her husband has no number, so that her row names him.
  const first = await reported(api, 'entry-without-pnr', { ...(await arrival()), ...wife })
  const mother = numberOf(first, 'person')
  expect(first.status).toBe('followOns')
  expect(statesOf(first)).toMatchObject({
    'alien-number@person': 'due',
    'addressing-name@person': 'due',
    'separation-entry@person': 'due',
    'church-membership@person': 'offered',
    'protection@person': 'offered',
  })
  expect(currentRow(await who(mother), 'civilStatus')).toMatchObject({
    civilStatus: 'G',
    spouseName: 'Pierre Lefevre',
    spousePersonnummer: null,
    start: '20100605',
  })

  // A French citizen has an alien number, and a name too long for the envelope is given a shorter one.
  await followed(api, first.caseId, {
    followOn: 'alien-number@person',
    data: numberFor('90000101'),
  })
  await followed(api, first.caseId, {
    followOn: 'addressing-name@person',
    data: {
      startDate: await control.day(-2),
      addressingName: 'Beaumarchais-Lefevre,Marie-Amélie',
      authority: '0851',
    },
  })
  await followed(api, first.caseId, {
    followOn: 'church-membership@person',
    data: {
      churchRelation: 'F',
      startDate: await control.day(-1),
      act: 'BAPTISM',
      parish: '7001',
      authority: '7001',
    },
  })
  await followed(api, first.caseId, {
    followOn: 'protection@person',
    data: {
      protectionType: '00001',
      startDate: await control.day(0),
      endDate: await control.day(200),
      authority: '0851',
    },
  })
  await waived(api, first.caseId, 'separation-entry@person', 'lives with her husband')
  await api.until(first.caseId, ({ status }) => status === 'completed')
  const alone = await who(mother)
  expect(currentRow(alone, 'alienNumber')).toMatchObject({ alienNumber: '90000101' })
  expect(currentRow(alone, 'addressingName')).toMatchObject({
    addressingName: 'Beaumarchais-Lefevre,Marie-Amélie',
  })
  expect(currentRow(alone, 'church')).toMatchObject({ churchRelation: 'F' })

  // Her husband gets a number of his own, and both rows now name the other by it.
  const second = await reported(api, 'entry-without-pnr', {
    ...(await arrival()),
    ...husband,
    spousePersonnummer: mother,
  })
  const father = numberOf(second, 'person')
  const couple = { civilStatus: 'G', start: '20100605', spouseName: null }
  expect(currentRow(await who(father), 'civilStatus')).toMatchObject({
    ...couple,
    spousePersonnummer: mother,
  })
  expect(currentRow(await who(mother), 'civilStatus')).toMatchObject({
    ...couple,
    spousePersonnummer: father,
    derivedMark: 'ÆG',
  })
  await followed(api, second.caseId, {
    followOn: 'alien-number@person',
    data: numberFor('90000102'),
  })
  await waived(api, second.caseId, 'separation-entry@person', 'lives with his wife')
  await api.until(second.caseId, ({ status }) => status === 'completed')
  const childless = [await who(mother), await who(father)]

  // The daughter comes last, is theirs, and they share the authority over her.
  const third = await reported(api, 'entry-without-pnr', {
    ...(await arrival()),
    ...daughter,
    motherPersonnummer: mother,
    fatherPersonnummer: father,
  })
  const child = numberOf(third, 'person')
  expect((await who(mother)).rows['kinship']).toContainEqual(
    expect.objectContaining({ relation: 'child', personnummer: child, current: true }),
  )
  await followed(api, third.caseId, {
    followOn: 'alien-number@person',
    data: numberFor('90000103'),
  })
  const shared = await followed(api, third.caseId, {
    followOn: 'parental-authority@children',
    data: {
      holders: [{ relation: '00003' }, { relation: '00004' }],
      startDate: await control.day(-1),
      deciding: '1301',
      decision: 'Fransk afgørelse 2015-81',
    },
  })
  await waived(api, shared.caseId, 'guardian@child', 'her parents care for her')
  await api.until(third.caseId, ({ status }) => status === 'completed')
  const holders = (await who(child)).rows['parentalAuthority'] ?? []
  expect(new Set(holders.map((row) => row['holderPersonnummer']))).toEqual(
    new Set([mother, father]),
  )

  // It was all a mistake. Nobody is taken away from under those who came after.
  expect(await whyNotUndone(senior, first.caseId)).not.toEqual([])
  expect(await takenBack(senior, third.caseId)).toEqual([
    'kinship.undo-current',
    'person-other.undo-current',
    'migration.undo-current',
  ])
  expect(currentRow(await who(child), 'person')).toMatchObject({ status: '30' })
  expect([await who(mother), await who(father)].map(validRows)).toEqual(childless.map(validRows))

  await takenBack(senior, second.caseId)
  expect(currentRow(await who(father), 'person')).toMatchObject({ status: '30' })
  expect(validRows(await who(mother))).toEqual(validRows(alone))

  await takenBack(senior, first.caseId)
  const gone = await who(mother)
  expect(currentRow(gone, 'person')).toMatchObject({ status: '30' })
  expect(currentRow(gone, 'address')).toBeUndefined()
  expect(currentRow(gone, 'alienNumber')).toBeUndefined()
})
