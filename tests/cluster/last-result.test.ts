import { expect, test } from 'vitest'

import type { DrillReport } from './drill.ts'
import { toTable, withResult } from './last-result.ts'

const report: DrillReport = {
  seconds: 171,
  rounds: [
    { fault: 'kill', from: 'member-1', to: 'member-2', silentSeconds: 21.2, wholeSeconds: 27.9 },
    { fault: 'kill', from: 'member-2', to: 'member-1', silentSeconds: 18, wholeSeconds: 30 },
    { fault: 'kill', from: 'member-1', to: 'member-3', silentSeconds: 12.5, wholeSeconds: 20 },
  ],
  cases: 150,
  entries: 2779,
  acknowledged: 538,
  repeated: 89,
  unanswered: 0,
  updates: 122,
  lostReplies: 10,
  violations: [],
}

test('a table tells the middle and the worst', () => {
  expect(toTable(report)).toContain('| 3 | 18.0 s | 21.2 s | 30.0 s |')
  expect(toTable(report)).toContain('0 lost, 0 duplicate')
})

test('a broken promise stands in place of the praise', () => {
  const violations = [{ id: 'forgotten' as const, says: 'the store had forgotten a submission' }]
  const table = toTable({ ...report, violations })
  expect(table).toContain('- forgotten: the store had forgotten a submission')
  expect(table).not.toContain('0 lost')
})

test('a result takes the place of the one before', () => {
  const page = 'a\n<!-- last result -->\nold\n<!-- end of last result -->\nb\n'
  expect(withResult(page, 'new')).toBe(
    'a\n<!-- last result -->\n\nnew\n\n<!-- end of last result -->\nb\n',
  )
  expect(() => withResult('a page without a place', 'new')).toThrow('has no place')
})
