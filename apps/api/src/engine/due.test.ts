import { statusOf } from '@sagsgang/machines'
import { afterEach, expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { agreeable, setStage, type Stage } from '../testing/stage.ts'
import type { EffectHandlers, Handled } from './ports.ts'
import { resetCases } from './reset-cases.ts'

const database = withDatabase()
let stage: Stage

afterEach(async () => {
  await stage.stop()
  await resetCases(database.db())
})

const DAY_MS = 86_400_000
const dayIn = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
    .format(new Date(Date.now() + days * DAY_MS))
    .replaceAll('-', '')

const has =
  (...wanted: readonly string[]): Parameters<Stage['until']>[1] =>
  ({ snapshot }) =>
    wanted.includes(statusOf(snapshot))

const isOverdue: Parameters<Stage['until']>[1] = ({ snapshot }) =>
  snapshot.context.overdue.some(({ id }) => id === 'within')

test('a case dated ahead waits for its day', async () => {
  let offset = 0
  const ahead: EffectHandlers['check'] = async (trx, run) => {
    const answer = await agreeable.check(trx, run)
    return answer.type === 'checked'
      ? { ...answer, reportOn: offset > 0 ? null : dayIn(20) }
      : answer
  }
  stage = await setStage(database, { offset: () => offset, handlers: { check: ahead } })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, has('waiting'))
  offset = 19 * DAY_MS - 3_600_000 * 3
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(statusOf((await stage.get(id)).snapshot)).toBe('waiting')
  offset = 20 * DAY_MS
  await stage.until(id, has('completed'))
})

test('an absent save is sent again after the settle time', async () => {
  let offset = 0
  let saves = 0
  const reads: boolean[] = []
  stage = await setStage(database, {
    offset: () => offset,
    handlers: {
      save: (): Promise<Handled> => {
        saves += 1
        const answer =
          saves === 1
            ? ({ type: 'unknown', reason: 'transport' } as const)
            : ({ type: 'saved', output: {}, persons: [], acceptedOn: '20261123' } as const)
        return Promise.resolve({ type: 'answer', answer })
      },
      readBack: ({ effect: { payload } }) => {
        reads.push(payload.final)
        return Promise.resolve({
          type: 'answer',
          answer: { type: 'absent', resend: payload.final },
        })
      },
    },
  })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, has('inDoubt'))
  await stage.until(id, ({ snapshot }) =>
    Object.values(snapshot.context.open).some(({ type }) => type === 'settle'),
  )
  expect(reads).toEqual([false])
  offset = 800_000
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(reads).toEqual([false])
  offset = 901_000
  await stage.until(id, has('completed'))
  expect(reads).toEqual([false, true])
  expect(saves).toBe(2)
})

test('a deadline expires when its day is over', async () => {
  let offset = 0
  stage = await setStage(database, {
    offset: () => offset,
    handlers: {
      offer: () =>
        Promise.resolve({
          type: 'offered',
          followOns: [],
          deadlines: [{ id: 'within', date: dayIn(10), followOn: null, effect: 'note' }],
          offersUntil: dayIn(30),
        }),
    },
  })
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, has('completed'))
  offset = 10 * DAY_MS
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(isOverdue(await stage.get(id))).toBe(false)
  offset = 11 * DAY_MS
  await stage.until(id, isOverdue)
})
