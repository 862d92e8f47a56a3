import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { renamingOf } from '../samples/blockers/later.ts'
import { all, columnOf, isSingle, isWoman } from '../samples/who.ts'
import { report, type Form } from '../src/api.ts'
import { currentRow } from '../src/control.ts'
import { putRight, takeBack } from '../src/put-right.ts'
import { useStage } from '../src/stage.ts'
import { numberOf, reported } from '../src/story.ts'

/** An undo that is taken back, voided, or stopped half-way. */

const stage = useStage()

const renaming = (pnr: string, firstNames: string, day: string): Form =>
  renamingOf(pnr, firstNames, day, 'Prøvestrup')

test('an undo is taken back by reporting the event anew', async () => {
  const { find, day, as, control } = stage()
  const person = find(isSingle)
  const move = {
    personnummer: person.pnr,
    moveDate: day(-1),
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '058',
    moveReason: 'OWN',
    authority: '0851',
  }
  const senior = as('senior')
  const { caseId } = await reported(as('caseworker'), 'move', move)
  await takeBack(control, senior, caseId)
  const { cases } = await senior.trpc.cases.list.query({ parent: caseId })
  const undo = cases.find(({ event }) => event === 'address.undo-current')
  await takeBack(control, senior, undo?.caseId ?? '')
  expect(currentRow(await control.person(person.pnr), 'address')).toMatchObject({
    houseNumber: '058',
    start: day(-1),
  })
})

test('a changed plan voids the undo that was ordered with it', async () => {
  const { find, day, as, control } = stage()
  const person = find(isSingle)
  const first = columnOf(person, 'name', 'firstNames')
  const { caseId } = await reported(
    as('parish'),
    'name-change',
    renaming(person.pnr, first, day(-2)),
  )
  const parish = as('parish')
  const { fingerprint } = await parish.trpc.cases.planUndo.query({ caseId })
  await putRight(control, parish, caseId, { lastName: 'Prøverup' })
  const { length } = await control.applied()
  await parish.trpc.cases.undo.mutate({
    caseId,
    reason: 'Fejl i anmeldelsen',
    idempotencyKey: randomUUID(),
    plan: fingerprint,
  })
  const found = await parish.until(caseId, ({ blockers }) => blockers.length > 0)
  expect(found.status).toBe('completed')
  expect(found.blockers.map(({ en }) => en).join(' ')).toContain('plan')
  expect((await control.applied()).length).toBe(length)
})

test('an undo stops half-way, rests there, and goes on', async () => {
  const { find, day, as, control } = stage()
  const mother = find(all(isSingle, isWoman, ({ age }) => age < 40))
  const parish = as('parish')
  const birth = await reported(parish, 'birth', {
    motherPersonnummer: mother.pnr,
    birthDate: day(-2),
    sex: 'K',
    birthAuthority: '7001',
    liveBirth: true,
    documentation: 'Anmeldelse 2026-4',
    authority: '7001',
  })
  const child = numberOf(birth, 'child')
  await parish.until(birth.caseId, ({ status }) => status === 'followOns')
  await parish.command(birth.caseId, {
    type: 'openFollowOn',
    followOn: 'naming@child',
    data: {
      namingDate: day(-1),
      firstNames: 'Asta',
      lastName: columnOf(mother, 'name', 'lastName'),
      namingKind: 'NAMING',
      applicants: [mother.pnr],
    },
  })
  const opened = await parish.until(birth.caseId, ({ followOns }) =>
    followOns.some(({ key, cases }) => key === 'naming@child' && cases.length > 0),
  )
  const naming = opened.followOns.find(({ key }) => key === 'naming@child')?.cases[0] ?? ''
  await report(parish, naming)
  await control.faults({
    seed: 1,
    refuse: { service: 'PNR-F', field: 'TIMSTP', code: 5408, text: 'Der findes en nyere række' },
  })
  await parish.undo(birth.caseId)
  const half = await parish.until(birth.caseId, ({ status }) => status === 'partlyUndone')
  await control.faults({})
  expect(half.plan.map(({ state }) => state)).toContain('done')
  expect(currentRow(await control.person(child), 'name')).toBeUndefined()
  await parish.command(birth.caseId, { type: 'stopUndo', reason: 'Barnet findes alligevel' })
  const alive = await parish.until(birth.caseId, ({ status }) =>
    ['followOns', 'completed'].includes(status),
  )
  expect(alive.followOns.find(({ key }) => key === 'naming@child')?.state).not.toBe('completed')
  await parish.undo(birth.caseId)
  await parish.until(birth.caseId, ({ status }) => status === 'undone')
  expect((await control.person(child)).rows['person']?.[0]).toMatchObject({ status: '30' })
})
