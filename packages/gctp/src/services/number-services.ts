import type { ServiceRow } from './describe.ts'

/** Services that assign, revive or follow a number. */
export const numberServices: readonly ServiceRow[] = [
  {
    id: 'GENAKT-I',
    name: {
      da: 'Genaktivering af annulleret personnummer - indberet',
      en: 'Reactivation of an annulled personnummer',
    },
    keys: 'PNR!',
    input: 'HDTO HDTOUSM MYNKOD STATUS MODPNR',
    output: 'PNR TIMSTP',
    modelled: true,
  },
  {
    id: 'FODSEL-I',
    name: { da: 'Tildeling af personnummer, fødsel - indberet', en: 'Assign personnummer, birth' },
    keys: 'MPNR FPNR FODT! KON!',
    input: 'HDTO HDTOUSM MYNKOD FOEDTID FOEDMYNKOD MULTI FOEDMYNTXT',
    output: 'PNR TIMSTP',
    modelled: true,
  },
  {
    id: 'PNRSKT-I',
    name: { da: 'Tildeling af personnummer, skat - indberet', en: 'Assign personnummer, tax' },
    keys: 'FODT! KON!',
    input:
      'HDTO HDTOUSM MYNKOD FORNVN MELNVN EFTERNVN ADRNVN UDLANDSADR1 UDLANDSADR2 UDLANDSADR3 UDLANDSADR4 UDLANDSADR5 STATLANDEKOD FOEDMYNKOD ADR1 ADR2 ADR3 ADR4 ADR5',
    output: 'PNR TIMSTP',
    modelled: true,
  },
  {
    id: 'PNRATP-I',
    name: { da: 'Tildeling af personnummer, ATP - indberet', en: 'Assign personnummer, ATP' },
    keys: 'FODT! KON!',
    input:
      'HDTO HDTOUSM MYNKOD FORNVN MELNVN EFTERNVN ADRNVN UDLANDSADR1 UDLANDSADR2 UDLANDSADR3 UDLANDSADR4 UDLANDSADR5 STATLANDEKOD FOEDMYNKOD ADR1 ADR2 ADR3 ADR4 ADR5',
    output: 'PNR TIMSTP',
    modelled: true,
  },
  {
    id: 'PNRADM-I',
    name: {
      da: 'Tildeling af administrativt personnummer - indberet',
      en: 'Assign administrative personnummer',
    },
    keys: 'FODT! KON!',
    input:
      'HDTO HDTOUSM MYNKOD FORNVN MELNVN EFTERNVN ADRNVN STATLANDEKOD FOEDMYNKOD UDLANDSADR1 UDLANDSADR2 UDLANDSADR3 UDLANDSADR4 UDLANDSADR5 ADR1 ADR2 ADR3 ADR4 ADR5',
    output: 'PNR TIMSTP',
    modelled: true,
  },
  {
    id: 'UDLNR-I',
    name: { da: 'Udlændingenummer - indberet', en: 'Foreigner number' },
    keys: 'PNR!',
    input: 'MYNKOD UDLNR HDTO',
    output: 'PNR TIMSTP',
    modelled: true,
  },
  {
    id: 'PNRABN-I',
    name: {
      da: 'Personnummerabonnement privat/offentlig - indberet/slet',
      en: 'Personnummer subscription, create or delete',
    },
    keys: 'PNR!',
    input: 'KUNDENR ABON_TYPE',
    output: 'PNR',
  },
]
