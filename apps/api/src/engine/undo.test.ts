import { randomUUID } from 'node:crypto'

import { statusOf } from '@sagsgang/machines'
import type { Command, PlanStep } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { createAuditor } from '../audit/record.ts'
import { createClock } from '../clock.ts'
import { realChance, realTimers } from '../edges.ts'
import { withDatabase } from '../testing/database.ts'
import { agreeable, answer, caseworker, openEffects, until, withStages } from '../testing/stage.ts'
import type { Stage } from '../testing/stage.ts'
import { createCaseCache } from './case-cache.ts'
import { createHints } from './hints.ts'
import type { StoredCase } from './ports.ts'
import { createStepWriter } from './step-writer.ts'
import { deliver } from './step.ts'
import { LeaseLost } from './write-step.ts'

const database = withDatabase()
const stageWith = withStages(database)

// A fictitious number: nobody looks it up here.
const personnummer = '0101010101'
const timestamp = '2026-11-23-10.00.00.000000'

const stepFor = (caseId: string): PlanStep => ({
  caseId,
  operation: 'name.undo-current',
  person: personnummer,
  data: { personnummer, timestamp, authority: '0851' },
  confirmed: ['name.undo-current.gap'],
  policy: 'undo',
  together: false,
})

const plansItself = {
  plan: ({ case: { id } }: { readonly case: StoredCase }) =>
    answer({ type: 'planned', steps: [stepFor(id)] }),
}

const isAt = (status: string) => (stored: StoredCase) => statusOf(stored.snapshot) === status

async function tell({ engine }: Stage, caseId: string, message: Command): Promise<void> {
  const order = { caseId, message, actor: caseworker, expectedVersion: null }
  const stepped = await engine.send({ ...order, idempotencyKey: randomUUID() })
  if (stepped.type === 'refused') throw new Error(stepped.reason)
}

const undo = { type: 'undo', reason: 'indberettet ved en fejl' } as const

async function completed(stage: Stage): Promise<StoredCase> {
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  return stage.until(id, isAt('completed'))
}

const childrenOf = (caseId: string) =>
  database.db().selectFrom('cases').select('id').where('parent_id', '=', caseId).execute()

async function onlyChildOf(caseId: string): Promise<string> {
  const children = await until(
    () => childrenOf(caseId),
    ({ length }) => length > 0,
  )
  expect(children).toHaveLength(1)
  return children[0]?.id ?? ''
}

test('a step is one case, with all that it was ordered with', async () => {
  const stage = await stageWith({ handlers: plansItself })
  const { id } = await completed(stage)
  await tell(stage, id, undo)
  await stage.until(id, isAt('undone'))
  const child = await onlyChildOf(id)
  const first = await stage.engine.at(child, 1)
  expect(first?.context).toMatchObject({
    confirmed: ['name.undo-current.gap'],
    ordered: true,
    data: { personnummer, timestamp, reason: undo.reason },
  })
})

test('the planner hears what was chosen and seen', async () => {
  const asked: unknown[] = []
  const stage = await stageWith({
    handlers: {
      plan: ({ effect }) => {
        asked.push(effect.payload)
        return answer({ type: 'blocked', blockers: [{ da: 'ændret', en: 'changed' }] })
      },
    },
  })
  const { id } = await completed(stage)
  await tell(stage, id, { ...undo, also: ['another'], seen: 'the plan' })
  const back = await stage.until(id, ({ snapshot }) => snapshot.context.blockers.length > 0)
  expect(asked).toEqual([{ also: ['another'], seen: 'the plan' }])
  expect(statusOf(back.snapshot)).toBe('completed')
})

test('a refused step stops half-way, and the rest may stand', async () => {
  const stage = await stageWith({
    handlers: {
      ...plansItself,
      save: ({ case: { parentId } }) =>
        answer(
          parentId === null
            ? { type: 'saved', output: {}, persons: [], acceptedOn: '20261123' }
            : { type: 'refused', findings: [] },
        ),
    },
  })
  const { id } = await completed(stage)
  await tell(stage, id, undo)
  await stage.until(id, isAt('partlyUndone'))
  await tell(stage, id, { type: 'stopUndo', reason: 'resten er rigtigt' })
  await stage.until(id, isAt('completed'))
  const { snapshot } = await stage.get(await onlyChildOf(id))
  expect(statusOf(snapshot)).toBe('withdrawn')
  const entries = await database
    .db()
    .selectFrom('journal')
    .select('message')
    .where('case_id', '=', id)
    .execute()
  expect(entries.map(({ message }) => message)).toContainEqual({
    type: 'stopUndo',
    reason: 'resten er rigtigt',
  })
})

test('a step that is withdrawn leaves the undo half-way', async () => {
  const gate = Promise.withResolvers<void>()
  const stage = await stageWith({
    handlers: {
      ...plansItself,
      lookUp: async ({ case: { parentId } }) => {
        if (parentId !== null) await gate.promise
        return answer({ type: 'lookedUp' })
      },
    },
  })
  const { id } = await completed(stage)
  await tell(stage, id, undo)
  await tell(stage, await onlyChildOf(id), { type: 'withdraw', reason: 'kræver en afklaring' })
  const half = await stage.until(id, isAt('partlyUndone'))
  gate.resolve()
  expect(half.snapshot.context.plan).toMatchObject([{ state: 'withdrawn' }])
})

test('an undo is taken back by a plan of its own', async () => {
  const stage = await stageWith({
    handlers: {
      plan: ({ case: { id, event } }) =>
        answer({
          type: 'planned',
          steps: [event === 'naming' ? stepFor(id) : { ...stepFor(id), operation: 'naming' }],
        }),
    },
  })
  const { id } = await completed(stage)
  await tell(stage, id, undo)
  await stage.until(id, isAt('undone'))
  const step = await onlyChildOf(id)
  await stage.until(step, isAt('completed'))
  await tell(stage, step, undo)
  await stage.until(step, isAt('undone'))
  const anew = await stage.until(await onlyChildOf(step), isAt('completed'))
  expect(anew.event).toBe('naming')
  expect(statusOf((await stage.get(id)).snapshot)).toBe('undone')
})

test('a process that takes over opens no step twice', async () => {
  const gate = Promise.withResolvers<void>()
  const first = await stageWith({
    handlers: {
      plan: async (run) => {
        await gate.promise
        return plansItself.plan(run)
      },
    },
  })
  const { id } = await completed(first)
  await tell(first, id, undo)
  await until(
    () => openEffects(database, id),
    (effects) => effects.some(({ type, attempts }) => type === 'plan' && attempts === 1),
  )
  const second = await stageWith({ handlers: plansItself })
  await second.until(id, isAt('undone'))
  gate.resolve()
  await first.stop()
  await onlyChildOf(id)
})

test('what is no longer wanted is not said', async () => {
  const stage = await stageWith({})
  const { id, version } = await completed(stage)
  const deps = {
    db: database.db(),
    steps: createStepWriter(database.db()),
    cases: createCaseCache(),
    clock: createClock(() => 0),
    timers: realTimers,
    chance: realChance,
    handlers: agreeable,
    auditor: createAuditor(new Uint8Array(32), () => new Date()),
    hints: createHints(database.db(), database.connected().options),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    settleSeconds: 900,
  }
  const { rows } = await sql<{ effect_id: string; fence: string }>`
    select effect_id, fence from effects where case_id = ${id} limit 1`.execute(database.db())
  const [over] = rows
  const errand = {
    caseId: id,
    effect: { id: over?.effect_id ?? '' },
    fence: BigInt(over?.fence ?? 0),
  }
  await expect(deliver(deps, id, { type: 'stop' }, errand)).rejects.toThrow(LeaseLost)
  expect((await stage.get(id)).version).toBe(version)
  await deps.hints.close()
})
