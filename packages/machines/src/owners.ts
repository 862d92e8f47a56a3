import { say } from '@sagsgang/events'
import type { Text } from '@sagsgang/events'

/** Who must act. A case that goes on by itself is the operators’ once it does not. */
export type Owner = 'caseworkers' | 'senior' | 'operator' | 'register'

export const ownerNames: Readonly<Record<Owner, Text>> = {
  caseworkers: say('Enhedens sagsbehandlere', 'The unit’s caseworkers'),
  senior: say('En sagsbehandler med udvidet adgang', 'A senior caseworker'),
  operator: say('Driften', 'An operator'),
  register: say('CPR-kontoret', 'The CPR office'),
}
