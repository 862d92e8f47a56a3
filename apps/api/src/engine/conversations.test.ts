import { setTimeout as wait } from 'node:timers/promises'

import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, openEffects, until, withStages } from '../testing/stage.ts'
import type { EffectHandlers } from './ports.ts'

/** The register knows a conversation by the token of the process that opened it, and tells any other that there is none. */

const database = withDatabase()
const stageWith = withStages(database)

const CASES = 40

/** A process that says what it has a hand in. */
function processOf(name: string, heard: Map<string, string[]>, handlers?: Partial<EffectHandlers>) {
  const hear = (caseId: string, what: string) =>
    heard.set(caseId, [...(heard.get(caseId) ?? []), `${what} ${name}`])
  const dialogue = { service: 'NAVNG-I', keys: {}, authority: '0851', timestamp: '1' }
  return stageWith({
    workers: 'some',
    handlers: {
      initiate: ({ case: { id } }) => {
        hear(id, 'initiate')
        return answer({ type: 'initiated', dialogue })
      },
      validate: ({ case: { id } }) => {
        hear(id, 'validate')
        return answer({ type: 'validated' })
      },
      save: ({ case: { id } }) => {
        hear(id, 'save')
        return answer({ type: 'saved', output: {}, persons: [], acceptedOn: '20261123' })
      },
      ...handlers,
    },
  })
}

test('the process that opens a conversation ends it', async () => {
  const heard = new Map<string, string[]>()
  const names = ['one', 'two', 'three']
  const [first] = await Promise.all(names.map((name) => processOf(name, heard)))
  if (!first) throw new Error('nobody works')
  const cases = await Promise.all(
    Array.from({ length: CASES }, (_, index) => first.opened(String(101_010_100 + index))),
  )
  await Promise.all(cases.map(({ id }) => first.send(id, 'submit')))
  for (const { id } of cases)
    await first.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  const told = [...heard.values()].map((steps) => steps.join(', '))
  const whole = names.map((name) => `initiate ${name}, validate ${name}, save ${name}`)
  expect(told).toHaveLength(CASES)
  expect(told.filter((steps) => !whole.includes(steps))).toEqual([])
})

test('a conversation whose process is gone is not forgotten', async () => {
  const heard = new Map<string, string[]>()
  const gone = await processOf('gone', heard, {
    validate: () => Promise.resolve({ type: 'retry', reason: 'unavailable', countsAttempt: false }),
  })
  const { id } = await gone.opened()
  await gone.send(id, 'submit')
  await until(
    () => openEffects(database, id),
    ([effect]) => effect?.type === 'validate' && effect.last_failure === 'unavailable',
  )
  await gone.stop()
  const other = await processOf('other', heard)
  other.engine.wake()
  await wait(700)
  expect(heard.get(id)).toEqual(['initiate gone'])
  await sql`update effects set created_at = now() - interval '16 seconds'`.execute(database.db())
  await other.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(heard.get(id)).toEqual(['initiate gone', 'validate other', 'save other'])
})
