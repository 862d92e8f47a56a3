import type { Entity, Text } from '@sagsgang/events'

/** The kinds of rows, as one speaks of them. */
export const entityNames: Readonly<Record<Entity, Text>> = {
  person: { da: 'personstatus', en: 'person status' },
  address: { da: 'adresse', en: 'address' },
  supplementaryAddress: { da: 'supplerende adresse', en: 'supplementary address' },
  contactAddress: { da: 'kontaktadresse', en: 'contact address' },
  protection: { da: 'beskyttelse', en: 'protection' },
  migration: { da: 'udrejse eller indrejse', en: 'departure or entry' },
  disappearance: { da: 'forsvinding', en: 'disappearance' },
  name: { da: 'navn', en: 'name' },
  addressingName: { da: 'adresseringsnavn', en: 'addressing name' },
  birthRegistration: { da: 'fødselsregistreringssted', en: 'birth registration' },
  citizenship: { da: 'statsborgerret', en: 'citizenship' },
  church: { da: 'folkekirkeforhold', en: 'church relation' },
  civilStatus: { da: 'civilstand', en: 'civil status' },
  separation: { da: 'separation', en: 'separation' },
  kinship: { da: 'slægtskab', en: 'kinship' },
  parentalAuthority: { da: 'forældremyndighed', en: 'parental authority' },
  guardianship: { da: 'værgemål', en: 'guardianship' },
  guardian: { da: 'værge', en: 'guardian' },
  municipalCondition: { da: 'kommunalt forhold', en: 'municipal condition' },
  note: { da: 'kommunalt notat', en: 'municipal note' },
  election: { da: 'valgoplysning', en: 'election data' },
  relocationOrder: { da: 'flyttepåbud', en: 'relocation order' },
  sharedResidence: { da: 'delt bopæl', en: 'shared residence' },
  alienNumber: { da: 'udlændingenummer', en: 'alien number' },
}
