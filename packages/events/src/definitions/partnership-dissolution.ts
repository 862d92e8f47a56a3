import { say } from '../text.ts'
import { partnershipEnd } from './partnership-end.ts'

export const partnershipDissolution = partnershipEnd({
  id: 'partnership-dissolution',
  name: say('Registreret partnerskab - ophævelse', 'Registered partnership - dissolution'),
  service: 'PARTH-I',
  eventCode: 'Z08',
  set: () => ({ civilStatus: 'O' }),
  becomes: say('ophævet partnerskab fra virkningsdatoen', 'dissolved from the end date'),
  reason: 'DIVORCE',
})
