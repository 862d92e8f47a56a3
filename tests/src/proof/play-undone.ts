import { isDeepStrictEqual } from 'node:util'

import type { Api } from '../api.ts'
import { markedRows, validRows, type TrueRow } from '../control.ts'
import type { Everybody } from './changes.ts'
import { unforeseen } from './foreseen.ts'
import { expectSame, Unproven } from './outcome.ts'
import { rowsOf, type Reported } from './play-sound.ts'
import type { Sample } from './sample.ts'
import type { Theatre } from './theatre.ts'

/** Takes an event back as its plan tells, and finds everybody's valid rows as they were; or why it cannot be. */
export async function playUndone(
  { as, control }: Theatre,
  { event, by, stays }: Sample,
  { caseId, before }: Reported,
): Promise<void> {
  const api = as(seniorOf[by] ?? by)
  const { steps, blockers } = await api.trpc.cases.planUndo.query({ caseId })
  const errors = blockers.filter(({ severity }) => severity === 'error').map(({ id }) => id)
  expectSame('blocked by', errors, stays === null ? [] : [stays])
  if (stays !== null) return
  const people = [...new Set([...Object.keys(before), ...touchedBy(steps)])]
  const then = await rowsOf(control, people)
  await undo(api, caseId)
  const after = await rowsOf(control, people)
  expectSame('not as before', changedIn(before, after, isMaintenance(event)), [])
  if (
    Object.values(after)
      .flatMap(markedRows)
      .some(({ start, end }) => start !== end)
  )
    throw new Unproven('a marked row takes time')
  // Whoever goes over to another number takes all rows along: a plan names the numbers.
  if (event.startsWith('personnummer.')) return
  expectSame('the plan', unforeseen(then, steps, after), [])
}

const touchedBy = (steps: Parameters<typeof unforeseen>[1]): readonly string[] =>
  steps.flatMap(({ before, after }) => [...before, ...after].map(({ person }) => person))

/** What is put right anew stands as it did, under the code of who put it right. */
const isMaintenance = (event: string): boolean => event.includes('.')

const changedIn = (before: Everybody, after: Everybody, isRight: boolean): readonly string[] =>
  Object.entries(before).flatMap(([pnr, person]) => {
    const now = after[pnr]
    const [was, is] = [validRows(person), now === undefined ? {} : validRows(now)]
    const says = isRight ? told : whole
    return Object.keys(was).filter(
      (entity) => !isDeepStrictEqual(says(was[entity]), says(is[entity])),
    )
  })

const whole = (rows: readonly TrueRow[] = []): readonly object[] => rows

const told = (rows: readonly TrueRow[] = []): readonly object[] =>
  rows.map(({ code: _code, derivedMark: _derived, ...row }) => row)

/** A caseworker's event is undone by the senior of the same office; the others are seniors themselves. */
const seniorOf: Readonly<Record<string, string>> = { caseworker: 'senior' }

const rests = ['undone', 'partlyUndone', 'stuck', 'completed', 'followOns']

async function undo(api: Api, caseId: string): Promise<void> {
  const { version } = await api.get(caseId)
  await api.undo(caseId)
  const found = await api.until(
    caseId,
    (one) => one.version > version && rests.includes(one.status),
  )
  if (found.status !== 'undone') throw new Unproven(`undoing it ended ${found.status}`)
}
