import { checkAuthority } from './check-authority.ts'
import { checkCourse, type Played } from './check-course.ts'
import { checkEffects } from './check-effects.ts'
import { checkSubmissions } from './check-submissions.ts'
import { checkTurns } from './check-turns.ts'
import type { CaseReading } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** Everything that one case's rows must say of each other, whatever the register holds. */
export function checkCase(reading: CaseReading, played?: Played): readonly Violation[] {
  return [
    ...checkCourse(reading, played),
    ...checkEffects(reading),
    ...checkSubmissions(reading),
    ...checkAuthority(reading),
    ...checkTurns(reading),
  ]
}
