import type { Basis, RuleSpec } from '../define-event.ts'
import type { Text } from '../text.ts'

/** What only a person can vouch for: asked every time. */
export function declared<F extends string = never>(
  id: string,
  message: Text,
  detail: {
    readonly basis: Basis
    readonly severity?: 'error' | 'warning'
    readonly fields?: readonly F[]
  },
): RuleSpec<F> {
  return {
    id,
    layer: 'cross-field',
    severity: detail.severity ?? 'error',
    basis: detail.basis,
    fields: detail.fields ?? [],
    declaration: true,
    message,
    isRaised: () => true,
  }
}
