import { expect, test } from 'vitest'

import { isWife } from '../../samples/couple.ts'
import {
  all,
  columnOf,
  has,
  homeOf,
  inAalborg,
  isAged,
  isOfStatus,
  isPlain,
  isSingle,
  isWoman,
} from '../../samples/who.ts'
import type { Form } from '../../src/api.ts'
import { currentRow, validRows } from '../../src/control.ts'
import { useProduct } from '../../src/journey.ts'
import { createFind } from '../../src/proof/cast.ts'
import { takeCensus, type Somebody } from '../../src/proof/census.ts'
import { followed, reported, statesOf, takenBack, waived, whyNotUndone } from '../../src/story.ts'

const journey = useProduct()
const livesInTwoHomes = all(
  isPlain,
  inAalborg,
  isAged(5, 10),
  has('sharedResidence'),
  (one) => one.holders().length === 2 && one.kin('mother').some(isOfStatus('F')),
)
const isDanish = (one: Somebody) => columnOf(one, 'citizenship', 'country') === '5100'
const mayAdopt = all(isWife, isAged(30, 60), isDanish, (one) => (one.spouse()?.age ?? 0) > 29)

const grantOf = (child: Somebody, grantDate: string): Form => ({
  personnummer: child.pnr,
  adoptionKind: 'FULL',
  grantDate,
  documentation: 'Bevilling 2026-96',
  authority: '1301',
})

/** A French child of divorced parents, and a couple with a secret address. */
async function twoFamilies() {
  const { as, control } = journey.world
  const census = await takeCensus(control)
  const [find, { day }] = [createFind(census), census]
  const child = find(livesInTwoHomes)
  const [mother, father] = [child.kin('mother')[0] ?? child, child.kin('father')[0] ?? child]
  const wife = find(mayAdopt)
  const husband = wife.spouse() ?? wife
  await reported(as('citizenship-office'), 'citizenship-loss', {
    personnummer: child.pnr,
    country: '5100',
    endDate: day(-30),
    newCountry: '5130',
    documentation: 'Løsning fra dansk indfødsret',
    authority: '0017',
  })
  await reported(as('caseworker'), 'protection', {
    personnummer: wife.pnr,
    protectionType: '00001',
    startDate: day(-4),
    endDate: day(200),
    authority: '0851',
  })
  return { child, mother, father, wife, husband, day }
}

test('a child of two homes is adopted into one', async () => {
  const { as, control } = journey.world
  const api = as('family-law')
  const { child, mother, father, wife, husband, day } = await twoFamilies()
  const who = async (pnr: string) => control.person(pnr)
  const people = [child, mother, father, wife, husband].map(({ pnr }) => pnr)
  const everybody = async () => (await Promise.all(people.map(who))).map(validRows)
  const atFirst = await everybody()
  const lastName = columnOf(husband, 'name', 'lastName')

  const adoption = await reported(api, 'adoption', {
    ...grantOf(child, day(-1)),
    adoptiveMotherPersonnummer: wife.pnr,
    adoptiveFatherPersonnummer: husband.pnr,
    newFirstNames: 'Kim Alexandre Dominique Maxime',
    newLastName: lastName,
  })
  const { caseId } = adoption
  expect(adoption.findings.map(({ rule }) => rule)).toContain('adoption.secrecy')
  const ended = 'shared-residence-cessation@adopted-person'
  const found = await api.until(caseId, (one) => statesOf(one)[ended] === 'settled')
  expect(statesOf(found)).toEqual({
    'name-change@adopted-person': 'due',
    'addressing-name@adopted-person': 'offered',
    'parental-authority@adopted-person': 'due',
    'citizenship@adopted-person': 'due',
    'church-membership@adopted-person': 'offered',
    'move@adopted-person': 'due',
    'personnummer.correct-current@adopted-person': 'notNeeded',
    'guardian-discharge@adopted-person': 'notNeeded',
    [ended]: 'settled',
  })

  // Each of the four parents knows of it, and the child is a Dane who cannot be looked up.
  const rowOf = async ({ pnr }: Somebody) =>
    (await who(pnr)).rows['kinship']?.find((row) => row['personnummer'] === child.pnr)
  expect(await rowOf(mother)).toMatchObject({ current: false, end: day(-1) })
  expect(await rowOf(father)).toMatchObject({ current: false, end: day(-1) })
  expect(await rowOf(wife)).toMatchObject({ start: day(-1), end: null, derivedMark: 'NM' })
  expect(await rowOf(husband)).toMatchObject({ start: day(-1), end: null, derivedMark: 'NF' })
  const adopted = await who(child.pnr)
  expect(currentRow(adopted, 'citizenship')).toMatchObject({ country: '5100', start: day(-1) })
  expect(currentRow(adopted, 'protection')).toMatchObject({ end: day(200) })
  expect(currentRow(adopted, 'sharedResidence')).toBeUndefined()
  const holdersNow = adopted.rows['parentalAuthority']?.filter(({ current }) => current) ?? []
  expect(holdersNow.map((row) => row['holderPersonnummer'])).toEqual([wife.pnr, husband.pnr])

  // Nobody writes a shorter name before there is a long one; then the name and the home are theirs.
  const shorter = { addressingName: `${lastName},Kim`, authority: '1301' }
  const addressingName = { followOn: 'addressing-name@adopted-person', data: shorter }
  await expect(api.command(caseId, { type: 'openFollowOn', ...addressingName })).rejects.toThrow(
    'commandNotAllowed',
  )
  const asGranted = { followOn: 'name-change@adopted-person', data: { authority: '1301' } }
  await followed(api, caseId, asGranted)
  expect(currentRow(await who(child.pnr), 'name')).toMatchObject({
    firstNames: 'Kim Alexandre Dominique Maxime',
    lastName,
    start: day(-1),
  })
  await followed(api, caseId, addressingName)
  await followed(api, caseId, {
    followOn: 'move@adopted-person',
    data: { ...homeOf(wife), moveDate: day(0), moveReason: 'DECISION', authority: '1301' },
  })
  await waived(api, caseId, 'parental-authority@adopted-person', 'is with the two who adopt')
  await waived(api, caseId, 'citizenship@adopted-person', 'a Dane by the adoption itself')
  await waived(api, caseId, 'church-membership@adopted-person', 'nobody asked for it')
  await api.until(caseId, ({ status }) => status === 'completed')
  const settled = await who(child.pnr)
  expect(currentRow(settled, 'addressingName')).toMatchObject({ addressingName: `${lastName},Kim` })
  expect(currentRow(settled, 'address')).toMatchObject({ ...homeOf(wife), start: day(0) })

  // The name that the grant gave is spelt anew: what is built on it goes first.
  const spelt = await reported(as('parish'), 'name-change', {
    personnummer: child.pnr,
    nameDate: day(0),
    firstNames: 'Kim Alexandre',
    lastName,
    ground: 'SPELLING',
    authority: '7001',
  })
  expect(await whyNotUndone(api, caseId)).toContain('a later name change is registered')
  await takenBack(as('parish'), spelt.caseId)
  expect(await whyNotUndone(api, caseId)).toEqual([])

  expect(await takenBack(api, caseId)).toEqual([
    'address.undo-current',
    'name.undo-current',
    'name.undo-current',
    'shared-residence.undo-current',
    'kinship.undo-current',
  ])
  expect(await everybody()).toEqual(atFirst)
})

/** A child whose only parent dies, and who has been given a guardian. */
async function orphan() {
  const { as, control } = journey.world
  const census = await takeCensus(control)
  const [find, { day }] = [createFind(census), census]
  const child = find(
    all(
      isPlain,
      inAalborg,
      isAged(1, 10),
      (one) =>
        one.holders().length === 1 &&
        one.kin('father').length === 0 &&
        one.kin('mother').every(isPlain),
    ),
  )
  const mother = child.kin('mother')[0] ?? child
  const [aunt, lawyer] = [find(all(isSingle, isWoman, isAged(30, 60), isDanish)), find(isSingle)]
  await reported(as('senior'), 'death', {
    personnummer: mother.pnr,
    deathDate: day(-9),
    deathKind: 'CERTIFICATE',
    documentation: 'Dødsattest 2026-96',
    authority: '0851',
  })
  await reported(as('family-law'), 'guardian', {
    personnummer: child.pnr,
    guardianRelation: '00001',
    guardianPersonnummer: lawyer.pnr,
    startDate: day(-8),
    forMinor: true,
    decision: 'Afgørelse 2026-96',
    authority: '1301',
  })
  return { child, mother, aunt, lawyer, day }
}

test('an orphan with a guardian is adopted by an aunt', async () => {
  const { as, control } = journey.world
  const api = as('family-law')
  const { child, mother, aunt, lawyer, day } = await orphan()
  const who = async (pnr: string) => control.person(pnr)
  const everybody = async () =>
    (await Promise.all([child, mother, aunt].map(({ pnr }) => who(pnr)))).map(validRows)
  const atFirst = await everybody()
  expect(atFirst[0]?.['guardian']).toMatchObject([{ guardianPersonnummer: lawyer.pnr, end: null }])

  const adoption = await reported(api, 'adoption', {
    ...grantOf(child, day(-1)),
    adoptiveMotherPersonnummer: aunt.pnr,
  })
  const { caseId } = adoption
  expect(statesOf(adoption)).toEqual({
    'name-change@adopted-person': 'notNeeded',
    'addressing-name@adopted-person': 'notNeeded',
    'parental-authority@adopted-person': 'due',
    'citizenship@adopted-person': 'due',
    'church-membership@adopted-person': 'offered',
    'move@adopted-person': 'due',
    'personnummer.correct-current@adopted-person': 'notNeeded',
    'guardian-discharge@adopted-person': 'due',
    'shared-residence-cessation@adopted-person': 'notNeeded',
  })
  await waived(api, caseId, 'parental-authority@adopted-person', 'is with her aunt alone')
  await waived(api, caseId, 'citizenship@adopted-person', 'a Dane before as after')
  await waived(api, caseId, 'move@adopted-person', 'her aunt moves to her')
  const discharge = await followed(api, caseId, {
    followOn: 'guardian-discharge@adopted-person',
    data: { authority: '1301' },
  })
  await api.until(caseId, ({ status }) => status === 'completed')
  const adopted = await who(child.pnr)
  expect(currentRow(adopted, 'guardian')).toBeUndefined()
  expect(currentRow(adopted, 'parentalAuthority')).toMatchObject({
    relation: '00003',
    holderPersonnummer: aunt.pnr,
  })

  // Whether the guardian is wanted again is for somebody to judge: the discharge is taken back by itself.
  await takenBack(api, caseId)
  expect(currentRow(await who(child.pnr), 'guardian')).toBeUndefined()
  // It was held still for as long as the case above was taken back.
  await api.until(discharge.caseId, ({ status }) => status === 'completed')
  await takenBack(api, discharge.caseId)
  expect(await everybody()).toEqual(atFirst)
})
