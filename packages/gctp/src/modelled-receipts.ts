import type { KnownReceipt } from './known-receipt.ts'
import type { ModelledCodes } from './profile.ts'

/** Codes that no public page names: their numbers are the profile's. */
export const modelledReceipts: Readonly<
  Record<keyof ModelledCodes, Omit<KnownReceipt, 'code' | 'retry'>>
> = {
  unknownService: {
    class: 'refused',
    text: { da: 'Servicen findes ikke', en: 'There is no such service' },
    advice: {
      da: 'Giv det videre til driften: servicen kan have skiftet navn',
      en: 'Hand it to an operator: the service may have another name now',
    },
  },
  missingField: {
    class: 'refused',
    text: { da: 'Feltet skal udfyldes', en: 'The field must be filled in' },
    advice: { da: 'Udfyld feltet', en: 'Fill in the field' },
  },
  weakCriteria: {
    class: 'refused',
    text: { da: 'Søgningen er for bred', en: 'The search criteria are too weak' },
    advice: { da: 'Søg med flere oplysninger', en: 'Search with more to go by' },
  },
  noRows: {
    class: 'refused',
    text: { da: 'Ingen fundet', en: 'No rows found' },
    advice: { da: 'Søg med andre oplysninger', en: 'Search with something else to go by' },
  },
  unknownUser: {
    class: 'signOn',
    text: { da: 'Brugeren er ukendt', en: 'The user is unknown' },
    advice: { da: 'Ret brugernavnet', en: 'Correct the user' },
  },
  locked: {
    class: 'signOn',
    text: {
      da: 'Brugeren er spærret efter gentagne fejl',
      en: 'The user is locked after failures',
    },
    advice: {
      da: 'Bed CPR-kontoret om at låse brugeren op',
      en: 'Ask the CPR office to unlock the user',
    },
  },
  passwordExpired: {
    class: 'signOn',
    text: { da: 'Adgangskoden er udløbet', en: 'The password has expired' },
    advice: { da: 'Skift adgangskoden', en: 'Change the password' },
  },
  newPasswordRefused: {
    class: 'signOn',
    text: { da: 'Den nye adgangskode kan ikke bruges', en: 'The new password cannot be used' },
    advice: {
      da: 'Vælg en, der følger reglerne og ikke er brugt før',
      en: 'Choose one that follows the rules and was not used before',
    },
  },
  lapsed: {
    class: 'lapsed',
    text: { da: 'Samtalen er udløbet eller ukendt', en: 'The conversation is unknown or lapsed' },
    advice: {
      da: 'Sagsgang begynder en ny samtale af sig selv',
      en: 'Sagsgang begins a new conversation by itself',
    },
  },
  changedMeanwhile: {
    class: 'lapsed',
    text: { da: 'Andre har ændret personen imens', en: 'Others changed the person meanwhile' },
    advice: {
      da: 'Sagsgang ser personen efter igen og begynder en ny samtale',
      en: 'Sagsgang looks at the person again and begins a new conversation',
    },
  },
  dataWaiting: {
    class: 'warning',
    text: { da: 'Personen har data i vent', en: 'The person has waiting data' },
    advice: {
      da: 'Se de ventende data efter, og bekræft så',
      en: 'Look at the waiting data, then confirm',
    },
  },
  ruleBroken: {
    class: 'refused',
    text: { da: 'En regel er ikke opfyldt', en: 'A rule does not hold' },
    advice: { da: 'Ret det, som teksten peger på', en: 'Correct what the text points at' },
  },
  ruleWarning: {
    class: 'warning',
    text: { da: 'En regel bør ses efter', en: 'A rule asks for a second look' },
    advice: {
      da: 'Se det efter, som teksten peger på, og bekræft så',
      en: 'Look at what the text points at, then confirm',
    },
  },
  technicalFault: {
    class: 'fault',
    text: { da: 'Teknisk fejl', en: 'Technical fault' },
    advice: {
      da: 'Prøv igen senere. Det, der blev gemt, slår Sagsgang op, før det sendes igen',
      en: 'Try again later. What was saved Sagsgang looks up before sending it again',
    },
  },
}
