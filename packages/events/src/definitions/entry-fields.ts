import { code, country, date, flag, lines, text } from '../fields.ts'
import { needsPermit } from '../rules/stay-rules.ts'
import type { CitizenshipFrom } from '../rules/stay-rules.ts'
import { say } from '../text.ts'
import { addressFields } from './address-fields.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'

/** Where somebody who comes to live here comes from and moves in. */
export const arrivalFields = {
  entryDate: date(say('Indrejsedato', 'Entry date'), { wire: 'HDTO', required: true }),
  entryCountry: country(say('Indrejseland', 'Entry country'), {
    wire: 'INDRLANDEKOD',
    required: true,
  }),
  lastForeignAddress: lines(say('Seneste adresse i udlandet', 'Last foreign address'), {
    wire: 'UDLANDSADR',
    required: true,
    hint: say('CPR-loven § 20', 'CPR-loven § 20'),
  }),
  ...addressFields,
}

/** What the stay rests on. */
export function stayFields(citizenship: CitizenshipFrom) {
  return {
    stayBasis: code('stay-basis', say('Opholdsgrundlag', 'Basis of stay'), { required: true }),
    stayFrom: date(say('Opholdsgrundlag gyldigt fra', 'Basis of stay valid from'), {
      requiredWhen: {
        text: say(
          'når personen ikke er nordisk statsborger',
          'when the person is not a Nordic citizen',
        ),
        holds: (facts) => needsPermit(facts, citizenship),
        ...(citizenship === 'register' && { readsRegister: true }),
      },
    }),
    personalAppearance: flag(say('Personligt fremmøde', 'Personal appearance'), {
      hint: say('CPR-loven § 21, stk. 2', 'CPR-loven § 21(2)'),
    }),
    expectedStay: flag(say('Forventet ophold over 3 måneder', 'Expected stay above 3 months'), {
      required: true,
    }),
    documentation: text(60, say('Dokumentation', 'Documentation'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  }
}
