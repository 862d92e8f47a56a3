import { statusOf } from '@sagsgang/machines'
import { expect, onTestFinished, test } from 'vitest'

import { type CutStore, createCutStore } from '../testing/cut-store.ts'
import { withDatabase } from '../testing/database.ts'
import { agreeable, withStages } from '../testing/stage.ts'
import type { EffectHandlers } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

/** A store that keeps the first step which takes this outcome in, and loses the word that it did. */
function losing(outcome: string): CutStore {
  const store = createCutStore(database.connected().options, (text, [steps]) => {
    const isMeant = text.includes('write_step') && String(steps).includes(`"type":"${outcome}"`)
    return isMeant && store.cuts() === 0
  })
  return store
}

/** Counts how often the register is asked for each. */
function counted() {
  const calls = { initiate: 0, validate: 0, save: 0, verify: 0 }
  const counting = <T extends keyof typeof calls>(type: T): EffectHandlers[T] => {
    const handler = agreeable[type]
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same function, counted
    return ((...run: Parameters<typeof handler>) => {
      calls[type] += 1
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each has one argument
      return (handler as (...given: unknown[]) => unknown)(...run)
    }) as EffectHandlers[T]
  }
  const handlers = {
    initiate: counting('initiate'),
    validate: counting('validate'),
    save: counting('save'),
    verify: counting('verify'),
  }
  return { calls, handlers }
}

test.each(['initiated', 'validated', 'saved'])(
  'a step that took in %s unheard is gone on with',
  async (outcome) => {
    const store = losing(outcome)
    onTestFinished(() => store.db.destroy())
    const { calls, handlers } = counted()
    const stage = await stageWith({ workers: 'some', handlers, engine: { work: store.db } })
    const { id } = await stage.opened()
    await stage.send(id, 'submit')
    await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
    expect(store.cuts()).toBe(1)
    expect(calls).toEqual({ initiate: 1, validate: 1, save: 1, verify: 1 })
  },
)
