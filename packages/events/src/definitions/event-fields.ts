import { authority, flag } from '../fields.ts'
import { say } from '../text.ts'

/** The two fields that end nearly every form. */

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
