import { textOf } from '@sagsgang/events'
import { statusOf } from '@sagsgang/machines'
import { afterEach, expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { setStage, type Stage, until } from '../testing/stage.ts'
import type { EffectRun, Handled } from './ports.ts'
import { resetCases } from './reset-cases.ts'

const database = withDatabase()
let stage: Stage

afterEach(async () => {
  await stage.stop()
  await resetCases(database.db())
})

const isCompleted: Parameters<Stage['until']>[1] = ({ snapshot }) =>
  statusOf(snapshot) === 'completed'
const isWaiting: Parameters<Stage['until']>[1] = ({ snapshot }) => statusOf(snapshot) === 'waiting'

const saved: Handled = {
  type: 'answer',
  answer: { type: 'saved', output: {}, persons: [], acceptedOn: '20261123' },
}

const asExpected: Handled = { type: 'answer', answer: { type: 'verified', differences: [] } }

const different: Handled = {
  type: 'answer',
  answer: {
    type: 'verified',
    differences: [
      { party: 'person', entity: 'name', column: 'lastName', expected: 'Holm', found: 'Birk' },
    ],
  },
}

test('cases on one person report in the order of asking', async () => {
  const order: string[] = []
  const gate = Promise.withResolvers<Handled>()
  stage = await setStage(database, {
    handlers: {
      save: ({ case: { id } }: EffectRun<'save'>) => {
        order.push(id)
        return order.length === 1 ? gate.promise : Promise.resolve(saved)
      },
    },
  })
  const asked: string[] = []
  for (let count = 0; count < 4; count++) {
    const { id } = await stage.opened()
    await stage.send(id, 'submit')
    await (count === 0
      ? until(
          async () => order.length,
          (length) => length === 1,
        )
      : stage.until(id, isWaiting))
    asked.push(id)
  }
  expect(order).toEqual(asked.slice(0, 1))
  gate.resolve(saved)
  for (const id of asked) await stage.until(id, isCompleted)
  expect(order).toEqual(asked)
})

test('many cases on few people all get their turn', async () => {
  let under = 0
  let most = 0
  const people = new Map<string, number>()
  stage = await setStage(database, {
    handlers: {
      save: async ({ case: { snapshot } }) => {
        const pnr = textOf(snapshot.context.data, 'personnummer')
        under = (people.get(pnr) ?? 0) + 1
        people.set(pnr, under)
        most = Math.max(most, under)
        await new Promise((resolve) => setTimeout(resolve, 5))
        people.set(pnr, (people.get(pnr) ?? 0) - 1)
        return saved
      },
    },
  })
  const ids = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const { id } = await stage.opened(`010101010${index % 3}`)
      await stage.send(id, 'submit')
      return id
    }),
  )
  for (const id of ids) await stage.until(id, isCompleted)
  expect(most).toBe(1)
  const turns = await database.db().selectFrom('person_turns').selectAll().execute()
  expect(turns).toEqual([])
})

test('a case that gives up its place lets the next pass', async () => {
  const gate = Promise.withResolvers<Handled>()
  let saves = 0
  const save = () => {
    saves += 1
    return gate.promise
  }
  stage = await setStage(database, { handlers: { save } })
  const [first, second, third] = [await stage.opened(), await stage.opened(), await stage.opened()]
  await stage.send(first.id, 'submit')
  await until(
    async () => saves,
    (count) => count === 1,
  )
  await stage.send(second.id, 'submit')
  await stage.until(second.id, isWaiting)
  await stage.send(third.id, 'submit')
  await stage.until(third.id, isWaiting)
  const actor = { user: 'caseworker', name: '', role: 'caseworker', authority: '0851' } as const
  const message = { type: 'withdraw', reason: 'fejl' } as const
  const order = { caseId: second.id, message, actor, expectedVersion: null, idempotencyKey: null }
  expect((await stage.engine.send(order)).type).toBe('stepped')
  gate.resolve(saved)
  await stage.until(first.id, isCompleted)
  await stage.until(third.id, isCompleted)
})

test('the next one reports once the rows of the last are read back', async () => {
  const gates = [Promise.withResolvers<Handled>(), Promise.withResolvers<Handled>()]
  let saves = 0
  let looks = 0
  stage = await setStage(database, {
    handlers: {
      save: () => {
        saves += 1
        return Promise.resolve(saved)
      },
      verify: () => {
        looks += 1
        return gates[looks - 1]?.promise ?? Promise.resolve(asExpected)
      },
    },
  })
  const [first, second, third] = [await stage.opened(), await stage.opened(), await stage.opened()]
  await stage.send(first.id, 'submit')
  await until(
    async () => looks,
    (count) => count === 1,
  )
  for (const { id } of [second, third]) {
    await stage.send(id, 'submit')
    await stage.until(id, isWaiting)
  }
  expect(saves).toBe(1)
  gates[0]?.resolve(different)
  await until(
    async () => looks,
    (count) => count === 2,
  )
  expect(statusOf((await stage.get(first.id)).snapshot)).toBe('stuck')
  expect(saves).toBe(2)
  gates[1]?.resolve(asExpected)
  await stage.until(third.id, isCompleted)
})
