import type { Violation } from './violation.ts'

/** Ten digits that begin like a day and a month, the days of replacement numbers included. */
const personalNumber = /(?<!\d)(?:[0-3]\d|[6-9]\d)(?:0\d|1[0-2])\d{2}[- ]?\d{4}(?!\d)/u

/** What is written for operators names nobody. The text itself is not told again. */
export function checkTexts(
  texts: Iterable<string>,
  isPersonalNumber: (digits: string) => boolean = () => true,
): readonly Violation[] {
  const violations: Violation[] = []
  let line = 0
  for (const text of texts) {
    line += 1
    const found = text.match(personalNumber)?.[0]
    if (found !== undefined && isPersonalNumber(found.replaceAll(/\D/gu, '')))
      violations.push({ id: 'I9', caseId: null, says: `line ${line} holds a personal number` })
  }
  return violations
}
