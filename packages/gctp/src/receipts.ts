import { developmentProfile, type ModelledCodes, type Profile } from './profile.ts'

export interface Text {
  readonly da: string
  readonly en: string
}

/**
 * What a code means for the call that it answers: `refused` and `lapsed` were certainly not carried
 * out, after a `fault` nobody knows.
 */
export type ReceiptClass = 'done' | 'refused' | 'warning' | 'lapsed' | 'signOn' | 'fault'

export interface KnownReceipt {
  readonly code: number
  readonly class: ReceiptClass
  readonly text: Text
}

const known = (code: number, type: ReceiptClass, da: string, en: string): KnownReceipt => ({
  code,
  class: type,
  text: { da, en },
})

/** Codes that public pages name. The texts are ours. */
const publicReceipts: readonly KnownReceipt[] = [
  known(0, 'done', 'Udført', 'Done'),
  known(4, 'refused', 'Myndighedskoden er ukendt i CPR', 'The authority code is not known to CPR'),
  known(
    5,
    'refused',
    'Myndigheden har ikke adgang til servicen',
    'The authority may not use the service',
  ),
  known(16, 'refused', 'Servicen kender ikke feltet', 'The service does not know the field'),
  known(37, 'refused', 'Feltet må kun indeholde cifre', 'The field may hold digits only'),
  known(40, 'refused', 'Datoen er ikke gyldig', 'The date is not valid'),
  known(52, 'refused', 'Personnummeret er ikke gyldigt', 'The personnummer is malformed'),
  known(
    60,
    'refused',
    'Feltet har tegn, som ikke er tilladt',
    'The field has characters that are not allowed',
  ),
  known(89, 'refused', 'Tidsstemplet er ikke gyldigt', 'The timestamp is not valid'),
  known(172, 'refused', 'Personen findes ikke i CPR', 'The person is not found in CPR'),
  known(
    184,
    'refused',
    'Myndigheden har ikke adgang til hændelsen',
    'The authority may not report the event',
  ),
  known(900, 'signOn', 'Signon udført', 'Signed on'),
  known(
    901,
    'signOn',
    'Ikke logget på, eller adgangen er udløbet',
    'Not signed on, or the token expired',
  ),
  known(905, 'signOn', 'Adgangskoden er forkert', 'Wrong password'),
  known(4333, 'refused', 'Værdien er ikke et UUID', 'The value is not a UUID'),
  known(4455, 'refused', 'Myndigheden kan ikke bruges her', 'The authority cannot be used here'),
  known(
    4599,
    'refused',
    'Land eller på vegne af kan ikke bruges',
    'A country or on-behalf-of cannot be used',
  ),
  known(
    5322,
    'refused',
    'Myndigheden kan ikke fastslå oplysninger',
    'The authority cannot establish facts',
  ),
  known(5404, 'refused', 'Nøglefelterne er ændret undervejs', 'The keys were changed on the way'),
]

const modelled: Readonly<Record<keyof ModelledCodes, Omit<KnownReceipt, 'code'>>> = {
  unknownService: {
    class: 'refused',
    text: { da: 'Servicen findes ikke', en: 'There is no such service' },
  },
  missingField: {
    class: 'refused',
    text: { da: 'Feltet skal udfyldes', en: 'The field must be filled in' },
  },
  weakCriteria: {
    class: 'refused',
    text: { da: 'Søgningen er for bred', en: 'The search criteria are too weak' },
  },
  noRows: { class: 'refused', text: { da: 'Ingen fundet', en: 'No rows found' } },
  unknownUser: {
    class: 'signOn',
    text: { da: 'Brugeren er ukendt', en: 'The user is unknown' },
  },
  locked: {
    class: 'signOn',
    text: {
      da: 'Brugeren er spærret efter gentagne fejl',
      en: 'The user is locked after failures',
    },
  },
  passwordExpired: {
    class: 'signOn',
    text: { da: 'Adgangskoden er udløbet', en: 'The password has expired' },
  },
  newPasswordRefused: {
    class: 'signOn',
    text: { da: 'Den nye adgangskode kan ikke bruges', en: 'The new password cannot be used' },
  },
  lapsed: {
    class: 'lapsed',
    text: { da: 'Samtalen er udløbet eller ukendt', en: 'The conversation is unknown or lapsed' },
  },
  changedMeanwhile: {
    class: 'lapsed',
    text: { da: 'Andre har ændret personen imens', en: 'Others changed the person meanwhile' },
  },
  dataWaiting: {
    class: 'warning',
    text: { da: 'Personen har data i vent', en: 'The person has waiting data' },
  },
  ruleBroken: {
    class: 'refused',
    text: { da: 'En regel er ikke opfyldt', en: 'A rule does not hold' },
  },
  ruleWarning: {
    class: 'warning',
    text: { da: 'En regel bør ses efter', en: 'A rule asks for a second look' },
  },
  technicalFault: { class: 'fault', text: { da: 'Teknisk fejl', en: 'Technical fault' } },
}

const modelledNames: readonly (keyof ModelledCodes)[] = [
  'unknownService',
  'missingField',
  'weakCriteria',
  'noRows',
  'unknownUser',
  'locked',
  'passwordExpired',
  'newPasswordRefused',
  'lapsed',
  'changedMeanwhile',
  'dataWaiting',
  'ruleBroken',
  'ruleWarning',
  'technicalFault',
]

/** What is known of a code; `undefined` for one that nobody documented. */
export function findReceipt(
  code: number,
  profile: Profile = developmentProfile,
): KnownReceipt | undefined {
  const name = modelledNames.find((candidate) => profile.codes[candidate] === code)
  if (name !== undefined) return { code, ...modelled[name] }
  return publicReceipts.find((receipt) => receipt.code === code)
}
