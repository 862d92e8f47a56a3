import type { AbortAnswer } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { abbreviate, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import { endLeftOpen } from './end-conversation.ts'

const world = withWorld()

const receipt = { outcome: 'error', code: 60, text: 'Afvist', messages: [] } as const
const refused = { type: 'refused', receipt } as const

/** What a refused save comes to where the register answers this when it is to end the conversation, and how often it was asked. */
async function refusedWhere(...answers: readonly AbortAnswer[]) {
  const { deps } = world()
  const stored = await submitTo(world(), await abbreviate(world(), '1306814180'), 'completed')
  const effect = { id: '9/0', type: 'save', payload: { report: 0, attempt: 0 } } as const
  const run = { case: stored, effect, fence: 0n, attempts: 0 }
  const ground = groundOf(stored, await storedView(deps.db, stored), deps.clock)
  const of = { service: 'ADRNVN-I', keys: {}, authority: '0851', timestamp: '20261123101500000001' }
  const prepared = { dialogue: of, bytes: new Uint8Array(), hash: '' }
  const left = [...answers]
  const abort = async () => left.shift() ?? ({ type: 'ended' } as const)
  const port = { ...deps.port, abort }
  const settled = await endLeftOpen(
    { db: deps.db, port },
    { run, ground, caller: callerOf(run), prepared },
    refused,
  )
  return { settled, asked: answers.length - left.length }
}

const failed = { type: 'failed', reason: 'transport' } as const
const inDoubt = { type: 'unknown', reason: 'notEnded' }

test('a refusal is told once its conversation is ended', async () => {
  expect(await refusedWhere(failed, failed, { type: 'ended' })).toEqual({
    settled: refused,
    asked: 3,
  })
})

test('a conversation gone by itself may have been carried out', async () => {
  expect(await refusedWhere({ type: 'gone' })).toEqual({ settled: inDoubt, asked: 1 })
})

test('a conversation that nobody ended leaves the save in doubt', async () => {
  expect(await refusedWhere(failed, failed, failed, failed)).toEqual({ settled: inDoubt, asked: 3 })
})
