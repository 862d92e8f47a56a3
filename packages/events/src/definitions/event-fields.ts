import { textOf } from '../case-data.ts'
import { authority, flag, pnr } from '../fields.ts'
import type { FieldSpec } from '../fields.ts'
import { unknownPnr } from '../pnr.ts'
import { say } from '../text.ts'

/** What nearly every form has. */

/** Whom the event is about: the service's own key. */
export const personnummer = pnr(say('Personnummer', 'Personnummer'), {
  key: 'PNR',
  required: true,
})

export const reportingAuthority = authority(say('Myndighed', 'Authority'), {
  wire: 'MYNKOD',
  required: true,
  hint: say(
    'den myndighed, der har fastslået forholdene',
    'the authority that established the facts',
  ),
})

export const dateUncertain = flag(say('Datoen er usikker', 'Date uncertain'), {
  wire: 'HDTOUSM',
  hint: say(
    'kun når den præcise dato er ukendt (udland, fundet død, gammelt forhold)',
    'only for a fact whose exact date is not known (abroad, found dead, old)',
  ),
})

/** Somebody without a number is named by text. */
export function isUnknown(field: string): NonNullable<FieldSpec['requiredWhen']> {
  return {
    text: say('når personnummeret er 0000000000', 'when the personnummer is 0000000000'),
    holds: ({ data }) => textOf(data, field) === unknownPnr,
  }
}
