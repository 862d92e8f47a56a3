import { expect, test } from 'vitest'

import { report } from '../src/api.ts'
import { currentRow, markedRows, validRows } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { marriageData, nameChangeData, unmarriedPair } from '../src/people.ts'

const journey = useProduct()

type FollowOns = readonly { readonly key: string; readonly cases: readonly string[] }[]
const caseOf = (followOns: FollowOns) =>
  followOns.find(({ key }) => key === 'name-change@spouse')?.cases[0]

test('a marriage with a name change is reported and undone', async () => {
  const { as, control } = journey.world
  const [api, senior] = [as('caseworker'), as('senior')]
  const pair = await unmarriedPair(control)
  const before = [await control.person(pair[0]), await control.person(pair[1])]

  const opened = await api.open('marriage-entry', await marriageData(control, pair))
  expect(opened.status).toBe('draft')
  const married = await report(api, opened.caseId)
  expect(married.status).toBe('completed')
  expect(currentRow(await control.person(pair[0]), 'civilStatus')).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: pair[1],
  })
  expect(currentRow(await control.person(pair[1]), 'civilStatus')).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: pair[0],
    derivedMark: 'ÆG',
  })

  const offered = married.followOns.find(({ key }) => key === 'name-change@spouse')
  expect(offered).toMatchObject({ mode: 'optional', state: 'offered' })
  await api.command(married.caseId, {
    type: 'openFollowOn',
    followOn: 'name-change@spouse',
    data: await nameChangeData(control, pair[1]),
  })
  const waiting = await api.until(
    married.caseId,
    ({ followOns }) => caseOf(followOns) !== undefined,
  )
  expect(waiting.status).toBe('followOns')
  await report(api, caseOf(waiting.followOns) ?? '')
  await api.until(married.caseId, ({ status }) => status === 'completed')
  expect(currentRow(await control.person(pair[1]), 'name')).toMatchObject({
    lastName: 'Prøvestrup',
  })

  const plan = await senior.trpc.cases.planUndo.query({ caseId: married.caseId })
  expect(plan.blockers.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(plan.steps.map(({ operation }) => operation)).toEqual([
    'name.undo-current',
    'civil-status.undo-current',
  ])
  await senior.undo(married.caseId)
  await api.until(married.caseId, ({ status }) => status === 'undone')

  const after = [await control.person(pair[0]), await control.person(pair[1])]
  expect(after.map(validRows)).toEqual(before.map(validRows))
  const undone = after.flatMap(markedRows).filter(({ mark }) => mark === 'A')
  expect(undone.length).toBeGreaterThanOrEqual(3)
  expect(undone.every(({ start, end }) => start === end)).toBe(true)
})

test('every journal is without gap', async () => {
  const api = journey.world.as('caseworker')
  const { cases } = await api.trpc.cases.list.query({ limit: 200 })
  expect(cases.length).toBeGreaterThan(5)
  for (const { caseId } of cases) {
    const journal = await api.journal(caseId)
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1))
  }
})

test('two brothers or sisters cannot marry', async () => {
  const { as, control } = journey.world
  const api = as('caseworker')
  const data = await marriageData(control, ['1306814180', '1306814172'])
  const { caseId } = await api.open('marriage-entry', data)
  await api.command(caseId, { type: 'submit' })
  const found = await api.until(caseId, ({ findings }) => findings.length > 0)
  expect(found.status).toBe('draft')
  expect(found.findings.map(({ rule }) => rule)).toContain('marriage-entry.notrel')
})

test('a marriage by mistake is corrected in its date', async () => {
  const { as, control } = journey.world
  const pair = await unmarriedPair(control, 1)
  const api = as('caseworker')
  const married = await api.open('marriage-entry', await marriageData(control, pair))
  await report(api, married.caseId)
  const right = await control.day(-2)

  const corrected = await as('senior').trpc.cases.correct.mutate({
    caseId: married.caseId,
    data: { marriageDate: right },
    reason: 'the protocol names the day before',
    idempotencyKey: 'correct-the-date',
  })
  await api.until(corrected.caseId, ({ status }) => status === 'completed')
  for (const pnr of pair) {
    const person = await control.person(pnr)
    expect(currentRow(person, 'civilStatus')).toMatchObject({ civilStatus: 'G', start: right })
    const wrong = markedRows(person).filter(({ mark }) => mark === 'K')
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.every(({ start, end }) => start === end)).toBe(true)
  }
})
