import type { Violation } from './violation.ts'

const MOST_WRONG = 2

/** The register locks a user who is wrong too often in a row: `signOns` says of each whether it was right. */
export function checkSignOns(signOns: Iterable<boolean>): readonly Violation[] {
  let wrong = 0
  let most = 0
  for (const isRight of signOns) {
    wrong = isRight ? 0 : wrong + 1
    most = Math.max(most, wrong)
  }
  if (most <= MOST_WRONG) return []
  return [{ id: 'I12', caseId: null, says: `${most} wrong sign-ons followed each other` }]
}
