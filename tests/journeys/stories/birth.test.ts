import { expect, test } from 'vitest'

import { isWife } from '../../samples/couple.ts'
import { all, columnOf, homeOf, isAged, isMan, isSingle, isWoman } from '../../samples/who.ts'
import type { Form } from '../../src/api.ts'
import { currentRow, validRows } from '../../src/control.ts'
import { useProduct } from '../../src/journey.ts'
import { createFind } from '../../src/proof/cast.ts'
import { takeCensus, type Somebody } from '../../src/proof/census.ts'
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

const isParent = all(isSingle, isAged(22, 40))
const countryOf = (one: Somebody) => columnOf(one, 'citizenship', 'country')

function bornOf(mother: Somebody, birthDate: string): Form {
  return {
    motherPersonnummer: mother.pnr,
    birthDate,
    birthTime: '0412',
    sex: 'M',
    birthPlace: 'Aalborg',
    birthAuthority: '7001',
    liveBirth: true,
    documentation: 'Anmeldelse 2026-90',
    authority: '7001',
  }
}

test('a boy is born, has a father, and is baptised', async () => {
  const { as, control } = journey.world
  const api = as('parish')
  const census = await takeCensus(control)
  const [find, { day }] = [createFind(census), census]
  const mother = find(all(isParent, isWoman, (one) => countryOf(one) !== '5100'))
  const father = find(all(isParent, isMan, (one) => countryOf(one) === '5100'))
  const lastName = columnOf(mother, 'name', 'lastName')
  const who = async (pnr: string) => control.person(pnr)
  const parents = async () => [await who(mother.pnr), await who(father.pnr)]
  const atFirst = (await parents()).map(validRows)

  // He is his mother's alone, of her home and her country, and nobody has named him.
  const born = await reported(api, 'birth', bornOf(mother, day(-3)))
  const { caseId } = born
  const child = numberOf(born, 'child')
  expect(born.status).toBe('followOns')
  expect(statesOf(born)).toEqual({
    'paternity@child': 'due',
    'co-maternity@child': 'offered',
    'parental-authority@child': 'notNeeded',
    'naming@child': 'due',
    'church-membership@child': 'offered',
    'citizenship@child': 'due',
    'protection@child': 'offered',
    'addressing-name@child': 'offered',
    'municipal-notes@child': 'offered',
  })
  expect(born.deadlines).toContainEqual({
    id: 'paternity-14-days',
    date: day(11),
    followOn: 'paternity@child',
    overdue: false,
  })
  expect(born.deadlines.map(({ id }) => id)).toContain('naming-6-months')
  const alone = await who(child)
  expect(currentRow(alone, 'person')).toMatchObject({ status: '01', sex: 'M', start: day(-3) })
  expect(currentRow(alone, 'address')).toMatchObject(homeOf(mother))
  expect(currentRow(alone, 'citizenship')).toMatchObject({ country: countryOf(mother) })
  expect(currentRow(alone, 'church')).toMatchObject({ churchRelation: 'A' })
  expect(currentRow(alone, 'name')).toBeUndefined()
  expect((await who(mother.pnr)).rows['kinship']).toContainEqual(
    expect.objectContaining({ relation: 'child', personnummer: child, derivedMark: 'MO' }),
  )

  // What rests on his name waits for it.
  await expect(
    api.command(caseId, { type: 'openFollowOn', followOn: 'addressing-name@child' }),
  ).rejects.toThrow('commandNotAllowed')

  // His father owns him, and he becomes a Dane by it.
  const paternity = await followed(api, caseId, {
    followOn: 'paternity@child',
    data: {
      parentPersonnummer: father.pnr,
      basisOfParentage: 'DECLARATION',
      motherConsent: true,
      documentation: 'Omsorgs- og ansvarserklæring 2026-90',
    },
  })
  const fathered = await who(child)
  expect(currentRow(fathered, 'citizenship')).toMatchObject({ country: '5100', start: day(-3) })
  expect((await who(father.pnr)).rows['kinship']).toContainEqual(
    expect.objectContaining({ relation: 'child', personnummer: child, derivedMark: 'NF' }),
  )
  expect(statesOf(paternity)).toEqual({
    'parental-authority@child': 'due',
    'name-change@child': 'offered',
    'naming@child': 'notNeeded',
    'citizenship@child': 'notNeeded',
    'shared-residence-registration@child': 'offered',
  })

  // By their declaration both hold authority over him, and the paternity is done with it.
  const shared = await followed(api, paternity.caseId, {
    followOn: 'parental-authority@child',
    data: {
      holders: [{ relation: '00003' }, { relation: '00004' }],
      deciding: '7001',
      decision: 'Omsorgs- og ansvarserklæring 2026-90',
    },
  })
  await waived(api, shared.caseId, 'guardian@child', 'his parents care for him')
  await api.until(paternity.caseId, ({ status }) => status === 'completed')
  expect(validRows(await who(child))['parentalAuthority']).toMatchObject([
    { current: false, relation: '00003', holderPersonnummer: mother.pnr },
    { current: true, relation: '00003', holderPersonnummer: mother.pnr, start: day(-3) },
    { current: true, relation: '00004', holderPersonnummer: father.pnr, start: day(-3) },
  ])

  // At the font he is named: baptism and a name too long for an envelope are the birth's to follow.

  const naming = await followed(api, caseId, {
    followOn: 'naming@child',
    data: {
      namingDate: day(-1),
      firstNames: 'Valdemar Christoffer Maximilian',
      lastName,
      namingKind: 'BAPTISM',
      applicants: [mother.pnr, father.pnr],
      authority: '7001',
    },
  })
  expect(statesOf(naming)).toEqual({
    'addressing-name@child': 'notNeeded',
    'church-membership@child': 'notNeeded',
  })
  expect(currentRow(await who(child), 'addressingName')).toMatchObject({
    addressingName: `${lastName},Valdemar Christoffer Maximilian`.slice(0, 34),
  })
  await followed(api, caseId, {
    followOn: 'church-membership@child',
    data: {
      churchRelation: 'F',
      startDate: day(-1),
      act: 'BAPTISM',
      holderConsent: true,
      parish: '7001',
      authority: '7001',
    },
  })
  await followed(api, caseId, {
    followOn: 'addressing-name@child',
    data: { startDate: day(-1), addressingName: `${lastName},Valdemar C M`, authority: '7001' },
  })
  await waived(api, caseId, 'protection@child', 'nobody asked for it')
  await waived(api, caseId, 'municipal-notes@child', 'nothing to note')
  expect((await api.get(caseId)).status).toBe('followOns')
  await waived(api, caseId, 'citizenship@child', 'a Dane by his father')
  const done = await api.until(caseId, ({ status }) => status === 'completed')
  expect(statesOf(done)).toEqual({
    'paternity@child': 'settled',
    'co-maternity@child': 'notNeeded',
    'parental-authority@child': 'notNeeded',
    'naming@child': 'settled',
    'church-membership@child': 'settled',
    'citizenship@child': 'waived',
    'protection@child': 'waived',
    'addressing-name@child': 'settled',
    'municipal-notes@child': 'waived',
  })
  const boy = await who(child)
  expect(currentRow(boy, 'church')).toMatchObject({ churchRelation: 'F', start: day(-1) })
  expect(currentRow(boy, 'addressingName')).toMatchObject({
    addressingName: `${lastName},Valdemar C M`,
  })

  // He has a life of his own by then: another name, which stands in the way until it is taken back.
  const later = await reported(api, 'name-change', {
    personnummer: child,
    nameDate: day(0),
    firstNames: 'Valdemar',
    lastName,
    ground: 'APPLICATION',
    feePaid: true,
    authority: '7001',
  })
  expect(await whyNotUndone(api, caseId)).toEqual([
    'a later name change is registered',
    'the child has a later event of its own that is not undone (marriage, child, name, paternity or move)',
  ])
  await takenBack(api, later.caseId)
  expect(validRows(await who(child))).toEqual(validRows(boy))
  expect(await takenBack(api, caseId)).toEqual([
    'name.undo-current',
    'church.undo-current',
    'name.undo-current',
    'kinship.undo-current',
    'kinship.undo-current',
    'personnummer.undo-current',
  ])
  const { person, ...rest } = validRows(await who(child))
  expect(person).toMatchObject([{ current: true, status: '30', statusDate: day(0) }])
  expect(Object.values(rest).flat()).toEqual([])
  expect((await parents()).map(validRows)).toEqual(atFirst)
})

test('a child of a married couple has two parents at once', async () => {
  const { as, control } = journey.world
  const api = as('parish')
  const census = await takeCensus(control)
  const { day } = census
  const mother = createFind(census)(
    all(isWife, isAged(22, 45), (one) => one.kin('child').every(({ age }) => age > 1)),
  )
  const father = mother.spouse() ?? mother
  const parents = async () => [await control.person(mother.pnr), await control.person(father.pnr)]
  const atFirst = (await parents()).map(validRows)

  const born = await reported(api, 'birth', {
    ...bornOf(mother, day(-3)),
    fatherPersonnummer: father.pnr,
  })
  const child = numberOf(born, 'child')
  expect(statesOf(born)).toMatchObject({
    'paternity@child': 'notNeeded',
    'parental-authority@child': 'notNeeded',
    'naming@child': 'due',
  })
  const [mothers, fathers] = (await parents()).map(({ rows }) => rows['kinship'])
  const asChild = { relation: 'child', personnummer: child, current: true }
  expect(mothers).toContainEqual(expect.objectContaining({ ...asChild, derivedMark: 'MO' }))
  expect(fathers).toContainEqual(expect.objectContaining({ ...asChild, derivedMark: 'FA' }))
  expect(validRows(await control.person(child))['parentalAuthority']).toMatchObject([
    { relation: '00003', holderPersonnummer: mother.pnr },
    { relation: '00004', holderPersonnummer: father.pnr },
  ])

  await takenBack(api, born.caseId)
  expect((await parents()).map(validRows)).toEqual(atFirst)
})
