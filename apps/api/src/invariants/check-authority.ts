import type { CaseReading } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** Who looked and was turned away is noted with the case, by the authority it was. */
const byOthers = new Set(['access.denied'])

/** Everything about a case belongs to its authority. */
export function checkAuthority(reading: CaseReading): readonly Violation[] {
  const { case: row, entries, effects, submissions, audited } = reading
  const own = ({ authority }: { readonly authority: string }) => authority === row.authority
  const foreign = [
    ...entries.filter((one) => !own(one)).map(({ seq }) => `entry ${seq}`),
    ...effects.filter((one) => !own(one)).map(({ effect_id: effect }) => `effect ${effect}`),
    ...submissions.filter((one) => !own(one)).map(({ effect_id: effect }) => `save ${effect}`),
    ...audited
      .filter((one) => !own(one) && !byOthers.has(one.action))
      .map(({ action }) => `the note of "${action}"`),
  ]
  return foreign.map((what) => ({
    id: 'I10',
    caseId: row.id,
    says: `${what} is of another authority than the case`,
  }))
}
