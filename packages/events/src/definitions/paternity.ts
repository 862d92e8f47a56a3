import { defineEvent } from '../define-event.ts'
import { say } from '../text.ts'
import type { SecondParent } from './second-parent-effects.ts'
import { secondParent, secondParentFields } from './second-parent.ts'

const father: SecondParent = {
  party: 'father',
  who: say('faderen', 'the father'),
  of: say('Fars', 'of the father'),
}

export const paternity = defineEvent({
  ...secondParent(father),
  id: 'paternity',
  name: say('Faderskab', 'Paternity'),
  toldBy: { holds: { not: { party: 'father', sex: 'K' } } },
  // A father whose number is a woman's is told as a co-mother: over the wire nothing else tells the two apart.
  eventCodes: ['A37', 'Z09'],
  fields: secondParentFields(father),
})
