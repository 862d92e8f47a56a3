import { expect, test } from 'vitest'

import { guardianFor, guardianshipOf } from '../../samples/ward.ts'
import {
  all,
  columnOf,
  emptyHome,
  has,
  inAalborg,
  isAged,
  isMan,
  isMinor,
  isOfStatus,
  isPlain,
  isSingle,
} from '../../samples/who.ts'
import type { Form } from '../../src/api.ts'
import { currentRow, validRows } from '../../src/control.ts'
import { useProduct } from '../../src/journey.ts'
import { createFind } from '../../src/proof/cast.ts'
import { addDays, takeCensus, type Somebody } from '../../src/proof/census.ts'
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

const isDivorced = all(isOfStatus('F'), isPlain)
const livesInTwoHomes = all(isPlain, inAalborg, isMinor, has('sharedResidence'), (one) =>
  one.kin('mother').some(isDivorced),
)

const weddingOf = (one: Somebody, other: Somebody, marriageDate: string): Form => ({
  personnummer: one.pnr,
  spousePersonnummer: other.pnr,
  marriageDate,
  marriageAuthority: '0851',
  marriageKind: 'CIVIL',
  certificateDate: addDays(marriageDate, -20),
  estateShown: true,
  documentation: 'Vielsesbog 2026-91',
  authority: '0851',
})

/** Divorced with a son in two homes, who has a daughter alone, marries again, and cares for a ward. */
async function motherOfMany() {
  const { as, control } = journey.world
  const census = await takeCensus(control)
  const [find, { day }] = [createFind(census), census]
  const boy = find(livesInTwoHomes)
  const [mother, father] = [boy.kin('mother')[0] ?? boy, boy.kin('father')[0] ?? boy]
  const husband = find(all(isSingle, isMan, isAged(30, 60)))
  const [ward, aunt, lawyer] = [find(isSingle), find(isSingle), find(isSingle)]
  const birth = await reported(as('parish'), 'birth', {
    motherPersonnummer: mother.pnr,
    birthDate: day(-9),
    sex: 'K',
    birthAuthority: '7001',
    liveBirth: true,
    documentation: 'Anmeldelse 2026-91',
    authority: '7001',
  })
  await reported(as('senior'), 'marriage-entry', weddingOf(mother, husband, day(-6)))
  for (const { event, by, form } of [guardianshipOf(ward, day), guardianFor(ward, mother, day)])
    await reported(as(by), event, form)
  return { mother, boy, father, girl: numberOf(birth, 'child'), husband, ward, aunt, lawyer, day }
}

test('a mother dies, and everybody who leant on her changes', async () => {
  const { as, control } = journey.world
  const api = as('senior')
  const { mother, boy, father, girl, husband, ward, aunt, lawyer, day } = await motherOfMany()
  const who = async (pnr: string) => control.person(pnr)
  const family = [mother.pnr, husband.pnr, boy.pnr, father.pnr, girl, ward.pnr]
  const everybody = async () => (await Promise.all(family.map(who))).map(validRows)
  const atFirst = await everybody()

  const death = await reported(api, 'death', {
    personnummer: mother.pnr,
    deathDate: day(-1),
    deathKind: 'CERTIFICATE',
    notifier: 'Bedemand Lund',
    executorAddress: ['Bobestyrer Ane Lund', 'Vestergade 4', '9000 Aalborg'],
    documentation: 'Dødsattest 2026-91',
    authority: '0851',
  })
  const { caseId } = death
  expect(death.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['death.children', 'death.wards', 'death.confirm']),
  )
  expect(death.deadlines).toContainEqual({
    id: 'burial-8-days',
    date: day(7),
    followOn: null,
    overdue: false,
  })
  const found = await api.until(caseId, ({ followOns }) =>
    followOns.every(({ mode, state }) => mode !== 'derived' || /settled|notNeeded/.test(state)),
  )
  expect(statesOf(found)).toMatchObject({
    'widowhood@spouse-or-partner': 'settled',
    'shared-residence-cessation@children-or-the-child-who-died': 'settled',
    'parental-authority@children-under-18': 'due',
    'guardian@wards-of-the-deceased': 'due',
    'contact-address@the-deceased': 'offered',
    'move@children-under-18': 'due',
    'name-change@spouse': 'offered',
    'municipal-notes@the-deceased': 'offered',
  })

  // She is gone, he is a widower, her son has one parent left to live with, and her ward nobody.
  const dead = await who(mother.pnr)
  expect(currentRow(dead, 'person')).toMatchObject({ status: '90', statusDate: day(-1) })
  expect(currentRow(dead, 'address')).toBeUndefined()
  expect(currentRow(dead, 'civilStatus')).toMatchObject({
    civilStatus: 'D',
    spousePersonnummer: husband.pnr,
  })
  expect(currentRow(await who(husband.pnr), 'civilStatus')).toMatchObject({
    civilStatus: 'E',
    start: day(-1),
    spousePersonnummer: mother.pnr,
    derivedMark: 'ÆG',
  })
  expect(currentRow(await who(boy.pnr), 'sharedResidence')).toBeUndefined()
  expect(currentRow(await who(boy.pnr), 'parentalAuthority')).toMatchObject({
    holderPersonnummer: father.pnr,
  })
  expect(currentRow(await who(girl), 'parentalAuthority')).toBeUndefined()
  expect(validRows(await who(ward.pnr))['guardian']).toMatchObject([
    { guardianPersonnummer: mother.pnr, end: day(-1) },
  ])

  // Nobody but her held authority over the girl: her aunt does now.
  const meantBy = (followOn: string) => found.followOns.find(({ key }) => key === followOn)?.people
  expect(meantBy('parental-authority@children-under-18')).toEqual([girl])
  const authority = await followed(api, caseId, {
    followOn: 'parental-authority@children-under-18',
    person: girl,
    data: {
      holders: [{ relation: '00005', personnummer: aunt.pnr }],
      deciding: '0851',
      decision: 'Afgørelse 2026-91',
    },
  })
  await waived(api, authority.caseId, 'guardian@child', 'her aunt cares for her')
  expect(currentRow(await who(girl), 'parentalAuthority')).toMatchObject({
    relation: '00005',
    holderPersonnummer: aunt.pnr,
    start: day(-1),
  })

  // The worker alone knows whose guardian she was, and says so.
  expect(meantBy('guardian@wards-of-the-deceased')).toEqual([])
  await followed(api, caseId, {
    followOn: 'guardian@wards-of-the-deceased',
    person: ward.pnr,
    data: {
      guardianRelation: '00001',
      guardianPersonnummer: lawyer.pnr,
      startDate: day(0),
      decision: 'Afgørelse 2026-92',
      authority: '1301',
    },
  })
  expect(currentRow(await who(ward.pnr), 'guardian')).toMatchObject({
    guardianPersonnummer: lawyer.pnr,
  })

  // The estate is written to at its executor's.
  await followed(api, caseId, {
    followOn: 'contact-address@the-deceased',
    data: { authority: '0851' },
  })
  expect(currentRow(await who(mother.pnr), 'contactAddress')).toMatchObject({
    start: day(-1),
    lines: ['Bobestyrer Ane Lund', 'Vestergade 4', '9000 Aalborg'],
  })

  // Both children lived with her, and each needs a home: one move does not do for two.
  expect(new Set(meantBy('move@children-under-18'))).toEqual(new Set([girl, boy.pnr]))
  const homes = [emptyHome('tv'), emptyHome('th')] as const
  const moveOf = (person: string, home: ReturnType<typeof emptyHome>) =>
    followed(api, caseId, {
      followOn: 'move@children-under-18',
      person,
      data: { ...home, moveDate: day(0), moveReason: 'OWN', authority: '0851' },
    })
  const first = await moveOf(boy.pnr, homes[0])
  expect(statesOf(await api.get(caseId))['move@children-under-18']).not.toBe('settled')
  const second = await moveOf(girl, homes[1])
  const renamed = await followed(api, caseId, {
    followOn: 'name-change@spouse',
    data: {
      firstNames: columnOf(husband, 'name', 'firstNames'),
      lastName: columnOf(mother, 'name', 'lastName'),
      ground: 'APPLICATION',
      feePaid: true,
      authority: '0851',
    },
  })
  await waived(api, caseId, 'municipal-notes@the-deceased', 'nothing to note')
  const done = await api.until(caseId, ({ status }) => status === 'completed')
  expect(new Set(Object.values(statesOf(done)))).toEqual(
    new Set(['settled', 'notNeeded', 'waived']),
  )

  // Her widower marries again: as long as he is, she stays dead.
  const wedding = await reported(api, 'marriage-entry', weddingOf(husband, lawyer, day(0)))
  expect(await whyNotUndone(api, caseId)).toContain(
    'the surviving spouse has a marriage registered after the death',
  )
  await takenBack(api, wedding.caseId)
  expect(await whyNotUndone(api, caseId)).toEqual([])

  // She lives. What goes on without her is kept, and taken back by itself.
  expect(await takenBack(api, caseId)).toEqual([
    'address.undo-current',
    'person-other.undo-current',
    'kinship.undo-current',
    'shared-residence.undo-current',
    'civil-status.undo-current',
    'civil-status.undo-current',
  ])
  expect(currentRow(await who(boy.pnr), 'address')).toMatchObject({ ...homes[0], start: day(0) })
  for (const kept of [renamed, second, first]) await takenBack(api, kept.caseId)
  expect(await everybody()).toEqual(atFirst)
})
