import { say } from '../text.ts'
import { asBefore } from './parting-effects.ts'
import { partnershipEnd } from './partnership-end.ts'

export const partnershipAnnulment = partnershipEnd({
  id: 'partnership-annulment',
  name: say('Registreret partnerskab - omstødelse', 'Registered partnership - annulment'),
  service: 'PARTS-I',
  eventCode: 'Z07',
  set: asBefore,
  becomes: say(
    'civilstanden før partnerskabet; ugift, når der ingen var',
    'the civil status before the partnership; unmarried when there was none',
  ),
  reason: 'CORRECTION',
})
