import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { setStage, type Stage, until } from '../testing/stage.ts'
import { verifyAtStart } from './verify-at-start.ts'

const database = withDatabase()

const stages: Stage[] = []
afterEach(() => Promise.all(stages.splice(0).map((stage) => stage.stop())))

interface Said {
  readonly level: 'info' | 'error'
  readonly details: object
}

function listen() {
  const said: Said[] = []
  const at = (level: Said['level']) => (details: object) => void said.push({ level, details })
  return { said, log: { info: at('info'), error: at('error') } }
}

/** What a start says that finds these cases. */
async function started(): Promise<readonly Said[]> {
  const { said, log } = listen()
  const stop = verifyAtStart({ db: database.db(), log, delayMs: 0 })
  await until(
    () => Promise.resolve(said.some(({ level }) => level === 'info')),
    (isOver) => isOver,
  )
  await stop()
  return said
}

describe('a start that finds cases in the store', () => {
  test('says nothing but how many it looked at', async () => {
    const stage = await setStage(database)
    stages.push(stage)
    for (let one = 0; one < 3; one += 1) await stage.opened()
    expect(await started()).toEqual([
      {
        level: 'info',
        details: expect.objectContaining({ metric: 'verified_at_start', cases: 3, mismatches: 0 }),
      },
    ])
  })

  test('names the case that is not where its journal leads', async () => {
    const db = database.db()
    const { rows } = await sql<{ id: string }>`
      update cases set status = 'completed' where id = (select min(id) from cases) returning id`.execute(
      db,
    )
    const [broken, summary] = await started()
    expect(broken).toEqual({
      level: 'error',
      details: expect.objectContaining({ caseId: rows[0]?.id, invariant: 'I5' }),
    })
    expect(summary?.details).toMatchObject({ mismatches: 1 })
  })

  test('is silent when it is stopped before it looked', async () => {
    const { said, log } = listen()
    await verifyAtStart({ db: database.db(), log, delayMs: 5 })()
    expect(said).toEqual([])
  })
})
