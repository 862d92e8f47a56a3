import { expect, test } from 'vitest'

import { renamingOf, weddingOf } from '../samples/blockers/later.ts'
import { findCouple } from '../samples/couple.ts'
import { all, columnOf, isMan, isSingle, isWoman } from '../samples/who.ts'
import type { Form } from '../src/api.ts'
import { currentRow, validRows } from '../src/control.ts'
import { addDays } from '../src/proof/census.ts'
import { putRight, takeBack } from '../src/put-right.ts'
import { useStage } from '../src/stage.ts'
import { reported } from '../src/story.ts'

/** A case that is put right, again, and back; and what was taken back, taken back. */

const stage = useStage()

const lastStatus = async (pnr: string) => {
  const { rows } = await stage().control.person(pnr)
  return (rows['civilStatus'] ?? [])
    .filter(({ mark }) => mark === null)
    .map(({ civilStatus, start, end }) => [civilStatus, start, end])
    .slice(-2)
}

test('a wedding day is moved for both and their pasts', async () => {
  const { find, day, as, control } = stage()
  const [bride, groom] = [find(all(isSingle, isWoman)), find(all(isSingle, isMan))]
  const wedding = weddingOf(bride.pnr, groom.pnr, day(-3))
  const { caseId } = await reported(as('caseworker'), 'marriage-entry', wedding)
  await putRight(control, as('senior'), caseId, { marriageDate: day(-5) })
  for (const { pnr, birthDate } of [bride, groom])
    expect(await lastStatus(pnr)).toEqual([
      ['U', birthDate, day(-5)],
      ['G', day(-5), null],
    ])
})

test('a separation is put right as a pair', async () => {
  const { find, day, as, control } = stage()
  const { wife, husband } = findCouple(find)
  const api = as('family-law')
  const { caseId } = await reported(api, 'separation-entry', {
    personnummer: wife.pnr,
    spousePersonnummer: husband.pnr,
    separationDate: day(-3),
    deciding: '1301',
    decision: 'Bevilling 2026-51',
  })
  await putRight(control, api, caseId, { separationDate: day(-6) })
  for (const { pnr } of [wife, husband]) {
    const rows = (await control.person(pnr)).rows['separation']
    const stands = rows?.filter(({ mark }) => mark === null)
    expect(stands?.map(({ start }) => start)).toEqual([day(-6)])
    expect(rows?.filter(({ mark }) => mark === 'K')).toMatchObject([{ start: day(-3) }])
  }
})

const renaming = (pnr: string, firstNames: string, day: string): Form =>
  renamingOf(pnr, firstNames, day, 'Prøvestrup')

test('a name is corrected, corrected again, and back', async () => {
  const { find, day, as, control } = stage()
  const person = find(isSingle)
  const api = as('parish')
  const first = columnOf(person, 'name', 'firstNames')
  const { caseId } = await reported(api, 'name-change', renaming(person.pnr, first, day(-2)))
  for (const lastName of ['Prøverup', 'Prøvedal', 'Prøvestrup']) {
    await putRight(control, api, caseId, { lastName })
    expect(currentRow(await control.person(person.pnr), 'name')).toMatchObject({ lastName })
  }
  const { rows } = await control.person(person.pnr)
  const proofs = (rows['name'] ?? []).filter(({ mark }) => mark === 'K')
  expect(proofs.map(({ lastName, start, end }) => [lastName, start === end])).toEqual([
    ['Prøvestrup', true],
    ['Prøverup', true],
    ['Prøvedal', true],
  ])
})

test('a correction is taken back, and then the event', async () => {
  const { find, day, as, control } = stage()
  const person = find(isSingle)
  const before = validRows(await control.person(person.pnr))
  const api = as('parish')
  const first = columnOf(person, 'name', 'firstNames')
  const { caseId } = await reported(api, 'name-change', renaming(person.pnr, first, day(-2)))
  const correction = await putRight(control, api, caseId, { lastName: 'Prøverup' })
  await takeBack(control, api, correction.caseId)
  const named = currentRow(await control.person(person.pnr), 'name')
  expect(named).toMatchObject({ lastName: 'Prøvestrup', start: day(-2) })
  await takeBack(control, api, caseId)
  expect(validRows(await control.person(person.pnr))).toEqual(before)
})

test('a late report is taken back with what it moved', async () => {
  const { find, as, control } = stage()
  const person = find(all(isSingle, (one) => one.ever('church').length === 2))
  const before = validRows(await control.person(person.pnr))
  const since = person.row('church')?.start ?? ''
  const { caseId } = await reported(as('parish'), 'church.report-former', {
    personnummer: person.pnr,
    churchRelation: 'U',
    startDate: addDays(since, -9),
    endDate: since,
    reason: 'Manglede i kirkebogen',
  })
  await takeBack(control, as('parish'), caseId)
  expect(validRows(await control.person(person.pnr))).toEqual(before)
})
