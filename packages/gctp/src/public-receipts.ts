import type { KnownReceipt } from './known-receipt.ts'

/** Codes that public pages name. The texts are ours. */
export const publicReceipts: readonly Omit<KnownReceipt, 'retry'>[] = [
  {
    code: 0,
    class: 'done',
    text: { da: 'Udført', en: 'Done' },
    advice: { da: 'Der skal ikke gøres mere', en: 'Nothing more is to be done' },
  },
  {
    code: 4,
    class: 'refused',
    text: { da: 'Myndighedskoden er ukendt i CPR', en: 'The authority code is not known to CPR' },
    advice: { da: 'Ret myndighedskoden', en: 'Correct the authority code' },
  },
  {
    code: 5,
    class: 'refused',
    text: {
      da: 'Myndigheden har ikke adgang til servicen',
      en: 'The authority may not use the service',
    },
    advice: {
      da: 'Bed CPR-kontoret om adgang, eller lad en myndighed, der har den, indberette',
      en: 'Ask the CPR office for access, or let an authority that has it report',
    },
  },
  {
    code: 16,
    class: 'refused',
    text: { da: 'Servicen kender ikke feltet', en: 'The service does not know the field' },
    advice: {
      da: 'Giv det videre til driften: beskrivelsen af servicen er ikke CPR’s',
      en: 'Hand it to an operator: the description of the service is not CPR’s',
    },
  },
  {
    code: 37,
    class: 'refused',
    text: { da: 'Feltet må kun indeholde cifre', en: 'The field may hold digits only' },
    advice: { da: 'Skriv kun cifre i feltet', en: 'Write digits only in the field' },
  },
  {
    code: 40,
    class: 'refused',
    text: { da: 'Datoen er ikke gyldig', en: 'The date is not valid' },
    advice: { da: 'Skriv en dato, der findes', en: 'Write a date that exists' },
  },
  {
    code: 52,
    class: 'refused',
    text: { da: 'Personnummeret er ikke gyldigt', en: 'The personnummer is malformed' },
    advice: { da: 'Se nummeret efter', en: 'Look at the number again' },
  },
  {
    code: 60,
    class: 'refused',
    text: {
      da: 'Feltet har tegn, som ikke er tilladt',
      en: 'The field has characters that are not allowed',
    },
    advice: {
      da: 'Skriv feltet med de tegn, CPR tager imod',
      en: 'Write the field with the characters that CPR takes',
    },
  },
  {
    code: 89,
    class: 'refused',
    text: { da: 'Tidsstemplet er ikke gyldigt', en: 'The timestamp is not valid' },
    advice: { da: 'Vælg rækken igen', en: 'Choose the row again' },
  },
  {
    code: 172,
    class: 'refused',
    text: { da: 'Personen findes ikke i CPR', en: 'The person is not found in CPR' },
    advice: {
      da: 'Se nummeret efter, eller søg personen frem',
      en: 'Look at the number again, or search for the person',
    },
  },
  {
    code: 184,
    class: 'refused',
    text: {
      da: 'Myndigheden har ikke adgang til hændelsen',
      en: 'The authority may not report the event',
    },
    advice: {
      da: 'Lad en myndighed, der fører den slags oplysninger, indberette',
      en: 'Let an authority that keeps that kind of data report',
    },
  },
  {
    code: 900,
    class: 'signOn',
    text: { da: 'Signon udført', en: 'Signed on' },
    advice: { da: 'Der skal ikke gøres mere', en: 'Nothing more is to be done' },
  },
  {
    code: 901,
    class: 'signOn',
    text: {
      da: 'Ikke logget på, eller adgangen er udløbet',
      en: 'Not signed on, or the token expired',
    },
    advice: { da: 'Sagsgang logger på igen af sig selv', en: 'Sagsgang signs on again by itself' },
  },
  {
    code: 905,
    class: 'signOn',
    text: { da: 'Adgangskoden er forkert', en: 'Wrong password' },
    advice: {
      da: 'Ret adgangskoden, før der prøves igen: CPR låser en bruger, der gætter',
      en: 'Correct the password before trying again: CPR locks a user who guesses',
    },
  },
  {
    code: 4333,
    class: 'refused',
    text: { da: 'Værdien er ikke et UUID', en: 'The value is not a UUID' },
    advice: {
      da: 'Giv det videre til driften: beskrivelsen af servicen er ikke CPR’s',
      en: 'Hand it to an operator: the description of the service is not CPR’s',
    },
  },
  {
    code: 4455,
    class: 'refused',
    text: { da: 'Myndigheden kan ikke bruges her', en: 'The authority cannot be used here' },
    advice: {
      da: 'Vælg den myndighed, der har fastslået oplysningerne',
      en: 'Choose the authority that established the facts',
    },
  },
  {
    code: 4599,
    class: 'refused',
    text: {
      da: 'Land eller på vegne af kan ikke bruges',
      en: 'A country or on-behalf-of cannot be used',
    },
    advice: { da: 'Vælg en dansk myndighed', en: 'Choose a Danish authority' },
  },
  {
    code: 5322,
    class: 'refused',
    text: {
      da: 'Myndigheden kan ikke fastslå oplysninger',
      en: 'The authority cannot establish facts',
    },
    advice: {
      da: 'Vælg den myndighed, der har fastslået oplysningerne',
      en: 'Choose the authority that established the facts',
    },
  },
  {
    code: 5404,
    class: 'refused',
    text: { da: 'Nøglefelterne er ændret undervejs', en: 'The keys were changed on the way' },
    advice: { da: 'Begynd indberetningen forfra', en: 'Begin the report anew' },
  },
]
