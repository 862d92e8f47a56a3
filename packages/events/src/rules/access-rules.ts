import { authorityTypeOf } from '../code-lists/authorities.ts'
import type { RuleSpec } from '../define-event.ts'
import type { Reporter } from '../reporters.ts'
import { say } from '../text.ts'

/** Full access reaches every service. */
const fullAccess = '39'

export function access(allowed: readonly Reporter[]): RuleSpec<never> {
  return {
    id: 'access',
    layer: 'authority',
    severity: 'error',
    basis: 'sourced',
    fields: [],
    message: say(
      'Din myndighed har ikke adgang til at indberette hændelsen',
      'Your authority has no access to report the event',
    ),
    isRaised: ({ authority, viaPrimary }) => {
      const type = authorityTypeOf(authority)
      const isAllowed =
        type === fullAccess || allowed.some(({ authorityType }) => authorityType === type)
      return type === null || !(viaPrimary || isAllowed)
    },
  }
}
