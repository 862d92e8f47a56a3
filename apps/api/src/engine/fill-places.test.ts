import type { OpeningHours } from '@sagsgang/gctp'
import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { createClock, dayOf } from '../clock.ts'
import { realTimers } from '../edges.ts'
import { createOpening } from '../register-client/opening.ts'
import { withDatabase } from '../testing/database.ts'
import { answer, openEffects, type Stage, until, withStages } from '../testing/stage.ts'
import type { Handled, Handler } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

const DAY_MS = 86_400_000

async function ask(stage: Stage, count: number): Promise<string[]> {
  const asked: string[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await stage.opened(`01010101${String(index).padStart(2, '0')}`)
    await stage.send(id, 'submit')
    asked.push(id)
  }
  return asked
}

const attemptsOf = async (ids: readonly string[]) => {
  const open = await Promise.all(ids.map((id) => openEffects(database, id)))
  return open.flat().map(({ attempts }) => attempts)
}

const completed: Parameters<Stage['until']>[1] = ({ snapshot }) =>
  statusOf(snapshot) === 'completed'

/** Nobody is overtaken by more than those who go out together. */
function mostOvertaken(asked: readonly string[], sent: readonly string[]): number {
  return Math.max(...asked.map((id, place) => sent.indexOf(id) - place))
}

test('three days outside the hours cost no attempt', async () => {
  let offset = 0
  const sent: string[] = []
  const lookUp: Handler<'lookUp'> = ({ case: { id } }) => {
    sent.push(id)
    return answer({ type: 'lookedUp' })
  }
  const clock = createClock(() => offset)
  const always = [{ from: '00:00', until: '24:00' }]
  const closed = [0, 1, 2, 3].map((days) => dayOf(new Date(Date.now() + days * DAY_MS)))
  const hours: OpeningHours = {
    week: [always, always, always, always, always, always, always],
    days: Object.fromEntries(closed.map((day) => [day, []])),
  }
  const stage = await stageWith({
    offset: () => offset,
    handlers: { lookUp },
    engine: { isRegisterOpen: createOpening(hours, clock) },
  })
  const asked = await ask(stage, 20)
  for (let hour = 0; hour < 72; hour += 3) {
    offset = hour * 3_600_000
    stage.engine.wake()
    await realTimers.wait(10)
  }
  expect([sent, new Set(await attemptsOf(asked))]).toEqual([[], new Set([0])])
  offset = 4 * DAY_MS
  stage.engine.wake()
  for (const id of asked) await stage.until(id, completed)
  expect(mostOvertaken(asked, sent)).toBeLessThan(8)
})

test('three days before a closed door cost no attempt', async () => {
  let now = 0
  let isClosed = true
  let probes = 0
  const sent: string[] = []
  const rings: (() => void)[] = []
  const timers = {
    ...realTimers,
    monotonic: () => now,
    every: (_: number, ring: () => void) => {
      rings.push(ring)
      return () => {}
    },
  }
  const lookUp: Handler<'lookUp'> = ({ case: { id } }) => {
    if (!isClosed) {
      sent.push(id)
      return answer({ type: 'lookedUp' })
    }
    probes += 1
    return Promise.resolve({ type: 'retry', reason: 'closed', countsAttempt: false })
  }
  const stage = await stageWith({ handlers: { lookUp }, engine: { timers } })
  const asked = await ask(stage, 20)
  await until(
    async () => probes,
    (count) => count > 0,
  )
  const restingProbes = async () => (await attemptsOf(asked)).every((attempts) => attempts === 0)
  for (; now < 3 * DAY_MS; now += 3_600_000) {
    const before = probes
    await until(restingProbes, Boolean)
    for (const ring of rings) ring()
    if (now > 0)
      await until(
        async () => probes,
        (count) => count > before,
      )
    // One at a time: those that were out when the door was found closed have all come back.
    if (now > 0) expect(probes).toBe(before + 1)
  }
  await until(restingProbes, Boolean)
  isClosed = false
  for (const ring of rings) ring()
  for (const id of asked) await stage.until(id, completed)
  expect(mostOvertaken(asked, sent)).toBeLessThan(8)
})

test('a save whose worker died is decided outside the hours', async () => {
  const gate = Promise.withResolvers<Handled>()
  let isOpen = true
  let saves = 0
  const save = () => {
    saves += 1
    return gate.promise
  }
  const stage = await stageWith({ handlers: { save }, engine: { isRegisterOpen: () => isOpen } })
  const [id = ''] = await ask(stage, 1)
  await until(
    async () => saves,
    (count) => count === 1,
  )
  isOpen = false
  await sql`update effects set lease_until = '-infinity' where lease_until is not null`.execute(
    database.db(),
  )
  // Nothing had left: the report is begun anew, once the register opens.
  const [waiting] = await until(
    () => openEffects(database, id),
    ([first]) => first?.type === 'initiate',
  )
  expect([waiting?.attempts, saves]).toEqual([0, 1])
  gate.resolve({ type: 'answer', answer: { type: 'unsent', reason: 'closed' } })
})
