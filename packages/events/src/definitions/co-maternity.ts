import { defineEvent } from '../define-event.ts'
import { flag } from '../fields.ts'
import { say } from '../text.ts'
import type { SecondParent } from './second-parent-effects.ts'
import { secondParent, secondParentFields } from './second-parent.ts'

const coMother: SecondParent = {
  party: 'co-mother',
  who: say('medmoderen', 'the co-mother'),
  of: say('Medmors', 'of the co-mother'),
}

const { authority, dateUncertain, ...form } = secondParentFields(coMother)

export const coMaternity = defineEvent({
  ...secondParent(coMother),
  id: 'co-maternity',
  name: say('Faderskab - medmoderskab', 'Co-maternity'),
  toldBy: { holds: { party: 'co-mother', sex: 'K' } },
  // A co-mother without number is told as a father: over the wire nothing else tells the two apart.
  eventCodes: ['Z09', 'A37'],
  fields: {
    ...form,
    treatmentConsent: flag(
      say('Samtykke til assisteret reproduktion', 'Consent to assisted reproduction'),
      { required: true },
    ),
    authority,
    dateUncertain,
  },
})
