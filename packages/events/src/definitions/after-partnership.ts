import type { Condition, Value } from '../effects.ts'

const isPartner: Condition = {
  party: 'person',
  has: 'civilStatus',
  column: 'civilStatus',
  in: ['P'],
}

/** A value that a registered partnership, where the person stands in one, makes another than a marriage does. */
export function afterPartnership(partner: string, spouse: string): Value {
  return { choose: [{ when: isPartner, value: partner }], otherwise: spouse }
}
