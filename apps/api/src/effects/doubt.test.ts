import { expect, test } from 'vitest'

import { birthData, moveData } from '../testing/forms.ts'
import { until } from '../testing/stage.ts'
import { abbreviate, applied, arrive, openCase, rowsOf, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()

const updatesOf = async (pnr: string) =>
  (await applied(world())).filter(({ keys }) => keys['PNR'] === pnr)

test('a save whose answer is lost is proven at once', async () => {
  const pnr = '1306814180'
  await world().put('faults', { loseReply: 1 })
  const caseId = await abbreviate(world(), pnr)
  await submitTo(world(), caseId, 'completed')
  expect(await updatesOf(pnr)).toHaveLength(1)
})

test('a save that never came waits and goes again', async () => {
  const pnr = '0709614304'
  await world().put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), pnr)
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  expect(await updatesOf(pnr)).toEqual([])
  await world().advance({ seconds: 901 })
  await arrive(world(), caseId, 'completed')
  expect(await updatesOf(pnr)).toHaveLength(1)
})

test('a save applied late is found before it is resent', async () => {
  const pnr = '0707614293'
  await world().put('faults', { lateApply: { p: 1, ms: 600_000 } })
  const caseId = await abbreviate(world(), pnr)
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  await world().advance({ seconds: 901 })
  await arrive(world(), caseId, 'completed')
  expect(await updatesOf(pnr)).toHaveLength(1)
})

test('a birth without an answer is found on the mother', async () => {
  const today = world().deps.clock.today()
  const mother = '1306814180'
  await world().put('faults', { loseReply: 1 })
  const caseId = await openCase(world(), 'birth', birthData(mother, today, 'M'), 'parish')
  const { snapshot } = await submitTo(world(), caseId, 'followOns')
  const child = snapshot.context.persons.find(({ role }) => role === 'child')?.pnr
  const kin = await rowsOf(world(), mother, 'kinship')
  expect(kin).toContainEqual(expect.objectContaining({ personnummer: child, code: 'A36' }))
  expect(snapshot.context.accepted.outputs).toMatchObject([{ PNR: child }])
})

test('a lost answer is found by who decided', async () => {
  const today = world().deps.clock.today()
  const pnr = '0709614231'
  await world().put('faults', { loseReply: 1 })
  const data = {
    personnummer: pnr,
    kind: '5-FINANCIAL',
    startDate: today,
    guardianRelation: '00002',
    guardianName: 'Ida Holm',
    guardianAddress: ['Svinget 1', '9000 Aalborg'],
    deciding: '1101',
    decision: 'Kendelse',
  }
  const caseId = await openCase(world(), 'under-guardianship', data, 'family-law')
  await submitTo(world(), caseId, 'followOns', 'completed')
  expect(await updatesOf(pnr)).toHaveLength(1)
})

test('a closed register is waited for, nothing lost', async () => {
  const pnr = '0709614096'
  await world().put('faults', { closed: true })
  const caseId = await abbreviate(world(), pnr)
  await tell(world(), caseId, { type: 'submit' })
  await world().put('faults', {})
  await arrive(world(), caseId, 'completed')
  expect(await updatesOf(pnr)).toHaveLength(1)
})

test('a refusal stands at the field it means', async () => {
  const refuse = { service: 'ADRNVN-I', field: 'ADRNVN', code: 60, text: 'Tegnet kan ikke bruges' }
  await world().put('faults', { refuse })
  const caseId = await abbreviate(world(), '1306814172')
  const stored = await submitTo(world(), caseId, 'draft')
  expect(stored.snapshot.context.findings).toMatchObject([
    { rule: 'receipt.60', fields: ['addressingName'], message: { da: 'Tegnet kan ikke bruges' } },
  ])
})

const taxData = (firstNames: string) => ({
  birthDate: '19900412',
  sex: 'K',
  assignmentDate: world().deps.clock.today(),
  firstNames,
  lastName: 'Brandt',
  citizenship: '5180',
  foreignAddress: ['Lindenweg 4', '24937 Flensburg'],
  documentation: 'Pas 4711',
  authority: '0011',
})

test('a number for somebody without relatives is found by search', async () => {
  await world().put('faults', { loseReply: 1 })
  const caseId = await openCase(world(), 'tax-pnr', taxData('Greta'), 'tax')
  const { snapshot } = await submitTo(world(), caseId, 'followOns', 'completed')
  const given = snapshot.context.persons.find(({ role }) => role === 'person')?.pnr ?? ''
  expect(given).toMatch(/^120490/)
  expect(await rowsOf(world(), given, 'name')).toMatchObject([{ firstNames: 'Greta' }])
})

test('a number never given waits and is given once', async () => {
  await world().put('faults', { loseRequest: 1 })
  const caseId = await openCase(world(), 'tax-pnr', taxData('Hanna'), 'tax')
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  await world().advance({ seconds: 901 })
  const { snapshot } = await arrive(world(), caseId, 'followOns', 'completed')
  const given = snapshot.context.persons.find(({ role }) => role === 'person')?.pnr ?? ''
  expect(await rowsOf(world(), given, 'name')).toMatchObject([{ firstNames: 'Hanna' }])
})

test('somebody who belongs to another case is not taken for this one', async () => {
  const { snapshot } = await submitTo(
    world(),
    await openCase(world(), 'tax-pnr', taxData('Ilse'), 'tax'),
    'followOns',
    'completed',
  )
  await world().put('faults', { loseReply: 1 })
  const caseId = await openCase(world(), 'tax-pnr', taxData('Ilse'), 'tax')
  const twin = await submitTo(world(), caseId, 'followOns', 'completed')
  const [first, second] = [snapshot, twin.snapshot].map(({ context }) => context.persons[0]?.pnr)
  expect(second).toMatch(/^120490/)
  expect(second).not.toBe(first)
})

test('an undo of a row nobody sees goes again', async () => {
  const personnummer = '0709614304'
  const day = world().deps.clock.today()
  const lost = { personnummer, disappearanceDate: day, investigation: 'Opsøgt på adressen' }
  const gone = await openCase(world(), 'disappearance', { ...lost, authority: '0851' })
  await submitTo(world(), gone, 'completed')
  const home = { ...moveData(personnummer, day), reappearanceDate: day, foundAs: 'RESIDENT' }
  const caseId = await openCase(world(), 'reappearance', home)
  await submitTo(world(), caseId, 'completed')
  await world().put('faults', { loseRequest: 1 })
  await tell(world(), caseId, { type: 'undo', reason: 'Forkert person' })
  const { context } = (await runningStep(caseId)).snapshot
  await arrive(world(), context.plan[0]?.carriedOutBy ?? '', 'inDoubt')
  await world().put('faults', {})
  await world().advance({ seconds: 901 })
  await arrive(world(), caseId, 'undone')
  const [absence] = await rowsOf(world(), personnummer, 'disappearance')
  expect(absence).toMatchObject({ current: true, end: null })
})

/** The case once a step of its undo is under way. */
async function runningStep(caseId: string) {
  return until(
    () => arrive(world(), caseId, 'undoing'),
    ({ snapshot }) => snapshot.context.plan.some(({ carriedOutBy }) => carriedOutBy !== null),
  )
}
