import { machineVersion, statusOf } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { canonicalJson } from '../audit/canonical-json.ts'
import { definitionHash } from '../engine/definition-hash.ts'
import { replay } from '../engine/replay.ts'
import { resetCases } from '../engine/reset-cases.ts'
import { withDatabase } from '../testing/database.ts'
import { makeOlder, olderHash, olderVersion, releaseWith } from '../testing/older-case.ts'
import { caseworker, type Stage, withStages } from '../testing/stage.ts'

const database = withDatabase()
const stageWith = withStages(database)

const assign = { type: 'assign', to: 'somebody' } as const

async function completed(stage: Stage): Promise<string> {
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  return id
}

const send = (stage: Stage, caseId: string, expectedVersion: number | null = null) =>
  stage.engine.send({
    caseId,
    message: assign,
    actor: caseworker,
    expectedVersion,
    idempotencyKey: null,
  })

const journalOf = (caseId: string) =>
  database
    .db()
    .selectFrom('journal')
    .select(['seq', 'message', 'effects'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()

const rowOf = (caseId: string) =>
  database
    .db()
    .selectFrom('cases')
    .select(['definition_hash', 'machine_version', 'version'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()

test('a case of an earlier version is migrated by its first step', async () => {
  const stage = await stageWith({ release: releaseWith })
  const id = await completed(stage)
  const { version } = await stage.get(id)
  await makeOlder(database, id)
  // Who commands it saw the version from before.
  expect(await send(stage, id, version)).toMatchObject({ type: 'stepped' })
  const [migrated, assigned] = (await journalOf(id)).slice(-2)
  expect(migrated?.message).toMatchObject({
    type: 'migrated',
    from: olderVersion,
    to: machineVersion,
  })
  expect(assigned).toMatchObject({ seq: version + 2, message: assign })
  expect(await rowOf(id)).toEqual({
    definition_hash: definitionHash('naming'),
    machine_version: machineVersion,
    version: version + 2,
  })
})

test('a migrated case is where its journal leads, and was', async () => {
  const stage = await stageWith({ release: releaseWith })
  const id = await completed(stage)
  const stored = await stage.get(id)
  await makeOlder(database, id)
  await send(stage, id)
  const { snapshot, version } = await stage.get(id)
  expect(canonicalJson(await replay(database.db(), id, null))).toBe(canonicalJson(snapshot))
  expect(canonicalJson(await stage.engine.at(id, version))).toBe(canonicalJson(snapshot))
  // Before the migration: where the journal says that it stood, in the chart of today.
  expect(await stage.engine.at(id, stored.version)).toEqual(stored.snapshot)
  expect((await stage.engine.at(id, 1))?.value).toMatchObject({ work: 'drafting' })
  expect(await stage.engine.at(id, version + 1)).toBeUndefined()
})

test('a case that replays is adopted without a word', async () => {
  const stage = await stageWith({})
  const id = await completed(stage)
  const older = { definition_hash: olderHash, machine_version: olderVersion }
  await database.db().updateTable('cases').set(older).where('id', '=', id).execute()
  const { version } = await stage.get(id)
  await send(stage, id)
  expect(await rowOf(id)).toEqual({
    definition_hash: definitionHash('naming'),
    machine_version: machineVersion,
    version: version + 1,
  })
})

test('a case that nothing leads on is not moved', async () => {
  const stage = await stageWith({})
  const id = await completed(stage)
  const before = await rowOf(id)
  await makeOlder(database, id)
  expect(await send(stage, id)).toEqual({ type: 'refused', reason: 'caseNeedsMigration' })
  expect((await rowOf(id)).version).toBe(before.version)
  // It stands where nothing leads: the check after each test would say so.
  await resetCases(database.db())
})
