import { sql } from 'kysely'
import { expect, test } from 'vitest'

import type { CaseView, StuckGroup } from '../case-view.ts'
import type { ResumePreview } from '../operations-view.ts'
import { ask, call, draftName, key, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()

test('a case that no version reads is listed, owned and due', async () => {
  const { caseId } = await draftName(system(), { addressingName: 'Holm,E' })
  // As the queue leaves a case that takes no message at all.
  await sql`
    update cases set status = 'stuck', stuck_cause = 'unreadable',
      snapshot = jsonb_set(snapshot, '{value}', '{"work": "nowhere", "health": "well"}')
    where id = ${caseId}`.execute(system().db)
  const groups: readonly StuckGroup[] = await ask(system(), 'cases.stuckGroups', {}, 'operator')
  expect(groups).toMatchObject([
    { cause: 'unreadable', owner: 'operator', count: 1, repeatable: false, overdue: 0 },
  ])
  expect(groups[0]?.dueAt).not.toBeNull()
  const preview: ResumePreview = await ask(
    system(),
    'operations.previewResume',
    { cause: 'unreadable' },
    'operator',
  )
  expect(preview).toMatchObject({ total: 1, resumable: 0, cannot: [{ reason: 'notRepeatable' }] })
  expect(preview.cases).toMatchObject([{ caseId, standing: { owner: 'operator' } }])
  const order = { cause: 'unreadable', all: true, idempotencyKey: key() }
  expect(await refusal(system(), 'operations.startResume', order, 'operator')).toEqual([
    'PRECONDITION_FAILED',
    'nothingToResume',
  ])
})

test('what is known of it beside the chart is shown', async () => {
  const [group]: readonly StuckGroup[] = await ask(system(), 'cases.stuckGroups', {}, 'senior')
  const caseId = group?.cases[0]?.caseId
  const view: CaseView = await ask(system(), 'cases.get', { caseId }, 'senior')
  expect(view).toMatchObject({
    status: 'stuck',
    data: { addressingName: 'Holm,E' },
    commands: [],
    health: { cause: 'unreadable', owner: 'operator' },
  })
  for (const name of ['cases.journal', 'cases.evidence'])
    expect((await call(system(), name, { caseId }, 'senior')).status).toBe(200)
})
