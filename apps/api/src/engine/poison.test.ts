import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { causeOf, statusOf } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { withStages } from '../testing/stage.ts'

const database = withDatabase()
const stageWith = withStages(database)

const source = (file: string) => JSON.stringify(join(import.meta.dirname, file))

/** A worker in a process of its own, which one of the cases kills. */
function startWorker(poison: string) {
  const { host, user, database: name } = database.connected().options
  const code = `
    import { connect } from ${source('../database/connect.ts')}
    import { setStage } from ${source('../testing/stage.ts')}
    const connected = await connect(${JSON.stringify({ host, user, database: name })}, () => {})
    const poisoned = (run) => {
      if (run.case.id === ${JSON.stringify(poison)}) process.kill(process.pid, 'SIGKILL')
      return Promise.resolve({ type: 'answer', answer: { type: 'lookedUp' } })
    }
    await setStage({ db: () => connected.db, connected: () => connected }, { handlers: { lookUp: poisoned } })`
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
}

test('a job that kills its process is given up alone', { timeout: 300_000 }, async () => {
  const stage = await stageWith({ workers: 'none' })
  const ids: string[] = []
  for (let count = 0; count < 20; count++) {
    const { id } = await stage.opened(`01010101${String(count).padStart(2, '0')}`)
    await stage.send(id, 'submit')
    ids.push(id)
  }
  const [poison = '', ...others] = ids
  const isStuck = async () => statusOf((await stage.get(poison)).snapshot) === 'stuck'
  let starts = 0
  for (; starts < 12 && !(await isStuck()); starts++) {
    const child = startWorker(poison)
    const isGone = () => child.exitCode !== null || child.signalCode !== null
    while (!isGone() && !(await isStuck())) await wait(50)
    if (isGone()) continue
    for (const id of others)
      await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  expect(starts).toBe(9)
  const stuck = await stage.get(poison)
  expect(causeOf(stuck.snapshot)?.word).toBe('lookUp.workerLost')
  const ends = await Promise.all(others.map(async (id) => statusOf((await stage.get(id)).snapshot)))
  expect(new Set(ends)).toEqual(new Set(['completed']))
})
