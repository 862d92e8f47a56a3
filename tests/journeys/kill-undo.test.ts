import { expect, test } from 'vitest'

import type { Api, Form } from '../src/api.ts'
import { markedRows, validRows, type Control } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { birthData } from '../src/people.ts'
import { followed, numberOf, reported } from '../src/story.ts'

const journey = useProduct()

/** Long enough for a call to be on the wire at any moment. */
const slowly = { seed: 1, delayMs: 25 }
const reason = 'by mistake'
const addressing = 'addressing-name@person'

async function mother(control: Control): Promise<string> {
  const people = await control.people('status=01&civilStatus=U&limit=500')
  const [old, young] = [await control.day(-40 * 365), await control.day(-20 * 366)]
  const found = people.find(
    ({ sex, birthDate }) => sex === 'K' && birthDate > old && birthDate < young,
  )
  if (found === undefined) throw new Error('nobody who could bear a child')
  return found.pnr
}

/** Four at once: so many names change with their mother's. */
async function quadruplets(parish: Api, control: Control, pnr: string): Promise<readonly string[]> {
  const children: string[] = []
  for (const firstNames of ['Ida', 'Signe', 'Karen', 'Johanne']) {
    const birth = await reported(parish, 'birth', await birthData(control, pnr))
    const child = numberOf(birth, 'child')
    const data = {
      firstNames,
      lastName: 'Dalsgaard',
      namingDate: await control.day(-1),
      namingKind: 'NAMING',
      applicants: [pnr],
      authority: '7001',
    }
    await followed(parish, birth.caseId, { followOn: 'naming@child', person: child, data })
    children.push(child)
  }
  return children
}

/** More than an addressing name has room for, so that one must be reported too. */
async function longName(control: Control, personnummer: string): Promise<Form> {
  return {
    personnummer,
    nameDate: await control.day(0),
    firstNames: 'Ida Karoline Emilie Frederikke Signe',
    lastName: 'Prøvestrup',
    ground: 'APPLICATION',
    feePaid: true,
    authority: '7001',
  }
}

async function addressed(parish: Api, control: Control, caseId: string, pnr: string) {
  const data = {
    personnummer: pnr,
    addressingName: 'Prøvestrup,Ida',
    startDate: await control.day(0),
    authority: '7001',
  }
  await followed(parish, caseId, { followOn: addressing, person: pnr, data })
}

/** Waits until so many updates are in the register; false where the undo is over before that. */
async function isApplied(
  control: Control,
  wanted: number,
  isOver: () => Promise<boolean>,
): Promise<boolean> {
  for (let look = 1; look <= 2000; look += 1) {
    if ((await control.applied()).length >= wanted) return true
    if (look % 40 === 0 && (await isOver())) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the undo stands still')
}

test('an undo killed at each of ten steps goes on', { timeout: 600_000 }, async () => {
  const { as, control, product } = journey.world
  const parish = as('parish')
  const pnr = await mother(control)
  const children = await quadruplets(parish, control, pnr)
  const truth = () => Promise.all([pnr, ...children].map((one) => control.person(one)))
  const before = (await truth()).map(validRows)

  const { caseId } = await reported(parish, 'name-change', await longName(control, pnr))
  await addressed(parish, control, caseId, pnr)
  for (const child of children) {
    const data = await longName(control, child)
    const order = { followOn: 'name-change@children-under-18', person: child, data }
    const named = await followed(parish, caseId, order)
    await addressed(parish, control, named.caseId, child)
  }
  const { steps } = await parish.trpc.cases.planUndo.query({ caseId })
  expect(steps).toHaveLength(10)

  const start = (await control.applied()).length
  await control.faults(slowly)
  await parish.trpc.cases.undo.mutate({ caseId, reason, idempotencyKey: 'undo-ten-steps' })
  const isOver = async () => {
    // What was on the wire and is not there is sent again once the register has had its time.
    await control.advance({ seconds: 700 })
    return (await parish.get(caseId)).status === 'undone'
  }
  const kills: number[] = []
  for (let step = 1; step <= steps.length; step += 1) {
    if (!(await isApplied(control, start + step, isOver))) break
    await product.kill()
    await product.restart()
    await control.faults(slowly)
    kills.push(step)
  }
  await parish.until(caseId, ({ status }) => status === 'undone')

  expect(kills).toHaveLength(10)
  const told = (await control.applied()).slice(start)
  const rows = told.map(({ service, keys }) => `${service} ${keys['PNR']} ${keys['TIMSTP']}`)
  expect(rows).toHaveLength(10)
  expect(new Set(rows).size).toBe(10)
  const after = await truth()
  expect(after.map(validRows)).toEqual(before)
  expect(after.flatMap(markedRows).every((row) => row.start === row.end)).toBe(true)
})
