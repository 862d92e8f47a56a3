import type { ServiceRow } from './describe.ts'

/** Lookups of where a person lives, is to leave, and is reached. */
export const residenceLookups: readonly ServiceRow[] = [
  {
    id: 'ADRESSE3',
    name: { da: 'Adresse nuværende og tidligere', en: 'Address, current (details)' },
    keys: 'PNR! AKX',
    output:
      'TIDLADRMRK KONTAKTADRMRK TIDLKOMMRK SUPADRMRK ADRKOD TIMSTP SYSTEM_TS ADRTS MYNKOD* VEJKOD* HUSNR ETAGE SIDEDOER BNR TILFLYKOMDATO TILFLYKOMDATOUSM CONVN CONVNTS BYNVN LOKALITET POSTNR* STARTDATO STARTDATOUSM KOMKOD* UDRLANDEKOD UDLANDSADR1 UDLANDSADR2 UDLANDSADR3 UDLANDSADR4 UDLANDSADR5 UDLANDADR_TS UDLANDADR_MYNKOD FLYTPAMRK',
    beside: 'SLUTDATO AKM',
    shape: 'role',
    otherTables: 'ADRESSE3',
  },
  {
    id: 'ADRESSE1',
    name: { da: 'Adresse, liste nuværende og tidligere', en: 'Address history (list)' },
    keys: 'PNR! AKX AIA MAXA REST',
    output:
      'AKM* KOMKOD* VEJKOD* HUSNR ETAGE SIDEDOER BNR STARTDATO STARTDATOUSM SLUTDATO SLUTDATOUSM TIMSTP',
  },
  {
    id: 'BOPSAML',
    name: { da: 'Bopælssamling', en: 'Household at the address of a person' },
    keys: 'PNR! AIA MAXA REST',
    output: 'PNR CNVN_ADRNVN* CNVN_STATUS ADRBESKYT:markX STARTDATO FAMMRK',
    modelled: true,
  },
  {
    id: 'DELTBOP',
    name: { da: 'Delt bopæl oplysninger nuværende', en: 'Shared residence, current' },
    keys: 'PNR!',
    output:
      'DELTBOP_STARTDATO DELTBOP_SLUTDATO KOMKOD* VEJKOD* HUSNR ETAGE SIDEDOER POSTNR* MYNKOD TIMSTP',
    beside: 'DELTBOP_FORPNR DELTBOP_AFTALE AKM',
    modelled: true,
  },
  {
    id: 'FLYTPAAB',
    name: { da: 'Flyttepåbud', en: 'Relocation order' },
    keys: 'PNR!',
    output: 'CFLP_PAABUDDATO CFLP_MYNKOD* CFLP_TIMSTP',
    beside: 'CFLP_SLUTDATO CFLP_FRAFLYTDATO CFLP_AKM',
    modelled: true,
  },
  {
    id: 'ADRESSE4',
    name: { da: 'Kontaktadresse', en: 'Contact address' },
    keys: 'PNR!',
    output: 'CATX_ADR1 CATX_ADR2 CATX_ADR3 CATX_ADR4 CATX_ADR5 CATX_STARTDATO CATX_SLETDATO',
    beside: 'CATX_AKM CATX_MYNKOD CATX_TIMSTP',
  },
  {
    id: 'ADRESSE5',
    name: { da: 'Supplerende adresse', en: 'Supplementary address' },
    keys: 'PNR!',
    output: 'CATX_ADR1 CATX_ADR2 CATX_ADR3 CATX_ADR4 CATX_ADR5 CATX_STARTDATO CATX_SLETDATO',
    beside: 'CATX_AKM CATX_MYNKOD CATX_TIMSTP',
    modelled: true,
  },
]
