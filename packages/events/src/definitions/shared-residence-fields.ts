import { code, pnr, text } from '../fields.ts'
import type { FieldSpec } from '../fields.ts'
import { say } from '../text.ts'

/** Whom an agreement on shared residence is about, and what it rests on. */

export const childPersonnummer = pnr(say('Barnets personnummer', 'Personnummer of the child'), {
  key: 'PNR',
  required: true,
})

export const otherParentPersonnummer = pnr(
  say('Den anden forælders personnummer', 'Personnummer of the other parent'),
  { wire: 'ANDENPNR', required: true },
)

export const agreement = text(60, say('Aftale', 'Agreement'))

export function agreementKind(options: { readonly wire?: string }): FieldSpec {
  return code('shared-residence-kinds', say('Aftaleform', 'Kind of agreement'), options)
}
