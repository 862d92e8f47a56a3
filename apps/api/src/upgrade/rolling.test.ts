import { currentRelease, machineVersion, type Release, statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { answer, caseworker, openEffects, type Stage, until, withStages } from '../testing/stage.ts'

/** Processes of two versions on one database, as while one after the other is replaced. */
const database = withDatabase()
const stageWith = withStages(database)

const newer: Release = { ...currentRelease, version: machineVersion + 1 }

const command = (stage: Stage, caseId: string, type: 'submit' | 'resume') =>
  stage.engine.send({
    caseId,
    message: { type },
    actor: caseworker,
    expectedVersion: null,
    idempotencyKey: null,
  })

/** As a step of a newer process leaves it. */
const takeOn = (caseId: string) =>
  sql`update cases set machine_version = ${newer.version} where id = ${caseId}`.execute(
    database.db(),
  )

test('a case of a newer version is left alone', async () => {
  const older = await stageWith({ workers: 'some' })
  const { id } = await older.opened()
  await takeOn(id)
  expect(await command(older, id, 'submit')).toEqual({
    type: 'refused',
    reason: 'caseOfNewerVersion',
  })
  const young = await stageWith({ workers: 'none', release: newer })
  await command(young, id, 'submit')
  const { id: own } = await older.opened('0101010102')
  await command(older, own, 'submit')
  await older.until(own, ({ snapshot }) => statusOf(snapshot) === 'completed')
  // Its own went through meanwhile; of the newer one's nothing was even tried.
  expect(await openEffects(database, id)).toEqual([
    { type: 'lookUp', attempts: 0, last_failure: null },
  ])
})

test('a lookup under way is left to the newer one', async () => {
  const lookUp = { calls: 0 }
  const older = await stageWith({
    workers: 'some',
    handlers: {
      lookUp: async ({ case: { id } }) => {
        lookUp.calls++
        if (lookUp.calls === 1) await takeOn(id)
        return answer({ type: 'lookedUp' })
      },
    },
  })
  const { id } = await older.opened()
  await command(older, id, 'submit')
  const [effect] = await until(
    () => openEffects(database, id),
    ([one]) => one?.last_failure === 'newerVersion',
  )
  expect(effect).toEqual({ type: 'lookUp', attempts: 0, last_failure: 'newerVersion' })
  const young = await stageWith({ workers: 'some', release: newer })
  await young.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
})

test('a save under way is asked about and never sent again', async () => {
  const saves: string[] = []
  const saved = { type: 'saved', output: {}, persons: [], acceptedOn: '20261123' } as const
  const older = await stageWith({
    workers: 'some',
    handlers: {
      save: async ({ case: { id }, effect }) => {
        saves.push(`older ${effect.payload.attempt}`)
        await intend(id, effect.id)
        await takeOn(id)
        return answer(saved)
      },
    },
  })
  const { id } = await older.opened()
  await command(older, id, 'submit')
  await until(
    () => openEffects(database, id),
    ([one]) => one?.last_failure === 'newerVersion',
  )
  const young = await stageWith({
    workers: 'some',
    release: newer,
    handlers: {
      save: ({ effect }) => {
        saves.push(`newer ${effect.payload.attempt}`)
        return answer(saved)
      },
      readBack: () => answer({ ...saved, type: 'proven' }),
    },
  })
  await young.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(saves).toEqual(['older 0'])
})

/** What a save writes before it leaves. */
async function intend(caseId: string, effectId: string): Promise<void> {
  await sql`insert into submissions (id, case_id, effect_id, report, attempt, state, service, authority, actor,
      request_hash, dialogue, watermark, entries_before, expected, created_at)
    values (${caseId}, ${caseId}, ${effectId}, 0, 0, 'sending', 'NAVNG-I', '0851', 'caseworker', '', '1', now(),
      '[]', '[]', now())`.execute(database.db())
}

test('two versions carry all cases through between them', async () => {
  const older = await stageWith({ workers: 'some' })
  const young = await stageWith({ workers: 'some', release: newer })
  const numbers = Array.from(
    { length: 12 },
    (_, index) => `01010102${String(index).padStart(2, '0')}`,
  )
  const ids = await Promise.all(
    numbers.map(async (pnr, index) => (await (index % 2 === 0 ? older : young).opened(pnr)).id),
  )
  // Whoever is asked: what the older may no longer step, the newer does.
  for (const id of ids) {
    const stepped = await command(older, id, 'submit')
    if (stepped.type === 'refused') await command(young, id, 'submit')
  }
  for (const id of ids) await young.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  const { rows } = await sql<{ failed: number }>`
    select count(*)::integer as failed from effects where state = 'open'`.execute(database.db())
  expect(rows).toEqual([{ failed: 0 }])
})
