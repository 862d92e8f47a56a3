import { randomUUID } from 'node:crypto'

import { expect } from 'vitest'

import type { Api, CaseView, Form } from './api.ts'
import type { Control } from './control.ts'
import { unforeseen } from './proof/foreseen.ts'
import { rowsOf } from './proof/play-sound.ts'

/** What is planned and carried out, and found in the register as the plan said. */

const rests = ['completed', 'stuck', 'draft', 'confirming']

/** Planned, carried out, and found as the plan said. */
export async function putRight(
  control: Control,
  api: Api,
  caseId: string,
  data: Form,
): Promise<CaseView> {
  const { steps, blockers } = await api.trpc.cases.planCorrection.query({ caseId, data })
  expect(blockers.filter(({ severity }) => severity === 'error')).toEqual([])
  const people = steps.flatMap(({ before, after }) =>
    [...before, ...after].map(({ person }) => person),
  )
  const before = await rowsOf(control, [...new Set(people)])
  const opened = await api.trpc.cases.correct.mutate({
    caseId,
    data,
    reason: 'Læst forkert i anmeldelsen',
    idempotencyKey: randomUUID(),
  })
  const done = await api.until(opened.caseId, ({ status }) => rests.includes(status))
  expect([done.status, done.differences]).toEqual(['completed', []])
  expect(unforeseen(before, steps, await rowsOf(control, Object.keys(before)))).toEqual([])
  return done
}

export async function takeBack(control: Control, api: Api, caseId: string): Promise<void> {
  const { steps, blockers } = await api.trpc.cases.planUndo.query({ caseId })
  expect(blockers.filter(({ severity }) => severity === 'error')).toEqual([])
  const people = steps.flatMap(({ before, after }) =>
    [...before, ...after].map(({ person }) => person),
  )
  const before = await rowsOf(control, [...new Set(people)])
  await api.undo(caseId)
  await api.until(caseId, ({ status }) => status === 'undone')
  expect(unforeseen(before, steps, await rowsOf(control, Object.keys(before)))).toEqual([])
}
