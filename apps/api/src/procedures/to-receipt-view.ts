import { say, type Text } from '@sagsgang/events'
import type { KnownReceipt, RetryRule } from '@sagsgang/gctp'

import type { ReceiptView } from '../catalogue-view.ts'

const repeated: Readonly<Record<RetryRule, Text>> = {
  nothing: say('Nej', 'No'),
  corrected: say('Når det er rettet', 'Once it is corrected'),
  confirmed: say('Når det er bekræftet', 'Once it is confirmed'),
  anew: say('Ja, af sig selv i en ny samtale', 'Yes, by itself in a new conversation'),
  signedOn: say('Ja, af sig selv efter pålogning', 'Yes, by itself after signing on'),
  accessMended: say('Når adgangen er bragt i orden', 'Once the access is settled'),
  later: say(
    'Ja, af sig selv; en indberetning kun, hvis CPR ikke har den',
    'Yes, by itself; a report only if CPR does not have it',
  ),
}

export function toReceiptView({ code, text, advice, retry }: KnownReceipt): ReceiptView {
  return { code, text, advice, repeated: repeated[retry] }
}
