import type { ServiceRow } from './describe.ts'

/** Lookups of what a person is, is called and belongs to. */
export const personLookups: readonly ServiceRow[] = [
  {
    id: 'BESKYT1',
    name: { da: 'Beskyttelse nuværende og tidligere', en: 'Protection, current and former' },
    keys: 'PNR! AKX AIA MAXA REST',
    output: 'CBSK_TYP!* CBSK_AKM* CBSK_STARTDATO CBSK_SLETDATO CBSK_MYNKOD CBSK_TIMSTP',
    shape: 'table BESKYT',
    modelled: true,
  },
  {
    id: 'CIVIL1',
    name: { da: 'Civilstand nuværende og tidligere', en: 'Civil status, current and former' },
    keys: 'PNR! AKX AIA MAXA REST',
    output:
      'CCIV_AKM* CCIV_CIVST!* CCIV_STARTDATO CCIV_STARTDATOUSM CCIV_SLUTDATO CCIV_SLUTDATOUSM CCIV_AEGTEPNR CCIV_AEGTEFOEDDATO CCIV_AEGTENVN CCIV_MYNKOD CCIV_SEPHENVIS CCIV_TIMSTP',
    beside: 'CCIV_VIELSESMYN',
    modelled: true,
  },
  {
    id: 'Familie',
    name: {
      da: 'Familie, forældremyndighed, mor-/far-oplysninger',
      en: 'Family, custody, mother and father',
    },
    keys: 'PNR!',
    output:
      'FAMMRK PNR_FOEDDATO ADRNVN CNVN_STATUS CBSK_TYP STADR CPST_POSTNR CPSN_POSTDISTTXT FORAELDREMYNMRK CFMY_RELTYPA CFMY_STARTDATOA CFMY_STARTDATOUSMA FORAELDRE_MYN_PNRA CFMY_RELTYPB CFMY_STARTDATOB CFMY_STARTDATOUSMB FORAELDRE_MYN_PNRB',
    beside:
      'STARTDATO:date8 STARTDATOUSM SLUTDATO:date8 RELTXT AKM MYNKOD TIMSTP CFMY_STARTDATO CFMY_STARTDATOUSM CFMY_SLETDATO CFMY_RELTYP FORAELDRE_MYN_PNR CFMY_AKM CFMY_MYNKOD CFMY_TIMSTP',
    aliases: ['FAMILIE', 'Familie+'],
    otherTables: 'FORAELDREMYN',
  },
  {
    id: 'FKIRKE1',
    name: {
      da: 'Folkekirkeforhold nuværende og tidligere',
      en: 'Church membership, current and former',
    },
    keys: 'PNR! AKX AIA MAXA REST',
    output:
      'CFKI_FKIRK!* CFKI_AKM* CFKI_STARTDATO CFKI_STARTDATOUSM CFKI_SLUTDATO CFKI_SLUTDATOUSM CFKI_MYNKOD CFKI_TIMSTP',
    modelled: true,
  },
  {
    id: 'PERSON1',
    name: {
      da: 'Fødselsoplysninger, stilling, værgemål',
      en: 'Birth data, occupation, guardianship',
    },
    keys: 'PNR!',
    output:
      'FOEDDATO FOEDDATOUSM KOEN STILLING FOEDMYNKOD* FOEDMYNTXT CUMY_STARTDATO CUMY_SLETDATO CUMY_RELTYP',
    beside: 'TIMSTP',
    shape: 'block PERSON1',
    modelled: true,
  },
  {
    id: 'FODSTED1',
    name: {
      da: 'Fødselsregistreringssted nuværende og tidligere',
      en: 'Place of birth registration, current and former',
    },
    keys: 'PNR! AKX AIA MAXA REST',
    output: 'CFOE_MYNKOD* CFOE_MYNTXT CFOE_AKM* CFOE_TIMSTP',
    beside: 'CFOE_STARTDATO CFOE_SLUTDATO',
    modelled: true,
  },
  {
    id: 'KOMFORH1',
    name: { da: 'Kommunaleforhold', en: 'Municipal conditions' },
    keys: 'PNR! AKX AIA MAXA REST',
    output: 'CKOM_TYP* CKOM_KOD CKOM_STARTDATO CKOM_STARTDATOUSM CKOM_BEMAERK CKOM_TIMSTP',
    beside: 'CKOM_SLETDATO CKOM_KOMKOD CKOM_AKM CKOM_MYNKOD',
    modelled: true,
  },
  {
    id: 'KOMNOTAT',
    name: { da: 'Kommunale notater', en: 'Municipal notes' },
    keys: 'PNR! AIA MAXA REST',
    output: 'CNOT_NOTATNR CNOT_NOTATLINIE CNOT_STARTDATO CNOT_SLETDATO CNOT_MYNKOD CNOT_TIMSTP',
    beside: 'CNOT_KOMKOD CNOT_AKM',
    modelled: true,
  },
  {
    id: 'NAVNE3',
    name: { da: 'Navne nuværende og tidligere', en: 'Name, current (details)' },
    keys: 'PNR! AKX',
    output:
      'CNVN_FORNVN CNVN_MELNVN CNVN_MELNVNMRK CNVN_EFTERNVN CNVN_ADRNVN* CNVN_KOEN CNVN_STARTDATO CNVN_STARTDATOUSM CNVN_STATUS CNVN_STATUSSTARTDATO CNVN_STATUSDATOUSM HISTORIKMRK CNVN_FORNVNMRK CNVN_EFTERNVNMRK CNVN_MYNKOD* CNVN_TIMSTP',
    beside:
      'CNVN_SLUTDATO CNVN_AKM CNVN_ADRNVN_STARTDATO CNVN_ADRNVN_SLUTDATO CNVN_ADRNVN_AKM CNVN_ADRNVN_MYNKOD CNVN_ADRNVN_TIMSTP',
    shape: 'role',
    otherTables: 'NAVNE3 ADRNVN',
  },
  {
    id: 'NAVNE1',
    name: { da: 'Navne, liste nuværende og tidligere', en: 'Name history (list)' },
    keys: 'PNR! AKX AIA MAXA REST',
    output:
      'CNVN_AKM* CNVN_FORNVN CNVN_MELNVN CNVN_MELNVNMRK CNVN_EFTERNVN CNVN_ADRNVN CNVN_KOEN CNVN_STARTDATO CNVN_SLUTDATO CNVN_SLUTDATOUSM CNVN_TIMSTP',
    modelled: true,
  },
  {
    id: 'OVERSIGT',
    name: { da: 'Oversigtsoplysninger for en person', en: 'Overview of a person' },
    keys: 'PNR!',
    output:
      'PNR ADRNVN KOEN STATUS STARTDATOSTATUS PNRGAELD FOEDDATO FOEDDATOUSM BESKYT CIVST* LANDEKOD* FKIRK* I_VENT_MRK TIDLADRMRK HISTORIKMRK',
    shape: 'role',
    modelled: true,
  },
  {
    id: 'STAM',
    name: { da: 'Stamoplysninger for en person', en: 'Base data of a person' },
    keys: 'PNR!',
    output:
      'PNR! ADRNVN* KOEN! STATUS! STARTDATOSTATUS PNRGAELD FOEDDATO! FOEDDATOUSM BESKYT* CONVN ETAGE HUSNR SIDEDOER BNR KOMKOD* VEJKOD* BYNVN LOKALITET POSTNR* UDR_LANDEKOD UDLANDSADR1 UDLANDSADR2 UDLANDSADR3 UDLANDSADR4 UDLANDSADR5 STADR VEJADRNVN CPSN_POSTDISTTXT I_VENT_MRK',
    beside: 'TIMSTP UDR_TIMSTP FORSV_TIMSTP',
    shape: 'block STAMPNR',
    aliases: ['Stam+'],
    modelled: true,
  },
  {
    id: 'STAMP',
    name: {
      da: 'Stamoplysninger for en person, begrænsede data',
      en: 'Base data of a person, limited',
    },
    keys: 'PNR!',
    output:
      'PNR! I_VENT_MRK ADRNVN* KOEN! STATUS! STARTDATOSTATUS PNRGAELD FOEDDATO FOEDDATOUSM BESKYT* CONVN ETAGE HUSNR SIDEDOER BNR KOMKOD* VEJKOD* BYNVN LOKALITET POSTNR* UDR_LANDEKOD UDLANDSADR1 UDLANDSADR2 UDLANDSADR3 UDLANDSADR4 UDLANDSADR5 STADR',
    beside: 'TIMSTP',
    shape: 'block STAMPNR',
  },
  {
    id: 'START',
    name: { da: 'Startoplysninger for en person', en: 'Start data of a person' },
    keys: 'PNR!',
    output:
      'STARTDATOPERSON STARTDATOPERSONUSM SLUTDATOPERSON SLUTDATOPERSONUSM START_MYNKOD* TIMSTP',
    beside: 'UDLNR UDLNR_STARTDATO UDLNR_SLUTDATO UDLNR_AKM UDLNR_MYNKOD UDLNR_TIMSTP',
    shape: 'role',
    modelled: true,
    otherTables: 'UDLNR',
  },
  {
    id: 'SEP1',
    name: { da: 'Separationer nuværende og tidligere', en: 'Separations, current and former' },
    keys: 'PNR! AKX AIA MAXA REST',
    output:
      'CSEP_AKM* CSEP_STARTDATO CSEP_STARTDATOUSM CSEP_SLUTDATO CSEP_SLUTDATOUSM CSEP_HENVIS CSEP_MYNKOD CSEP_TIMSTP',
    modelled: true,
  },
  {
    id: 'STATBOR1',
    name: { da: 'Statsborgerret nuværende og tidligere', en: 'Citizenship, current and former' },
    keys: 'PNR! AKX AIA MAXA REST',
    output:
      'CSTB_AKM* CSTB_LANDEKOD* CSTB_STARTDATO CSTB_STARTDATOUSM CSTB_SLUTDATO CSTB_SLUTDATOUSM CSTB_TIMSTP',
    beside: 'CSTB_MYNKOD',
    modelled: true,
  },
  {
    id: 'TIDLPNR',
    name: { da: 'Tidligere personnumre', en: 'Former personnumre' },
    keys: 'PNR! AIA MAXA REST',
    output: 'PNRGAELD PNR STARTDATO:date8 STARTDATOUSM SLUTDATO:date8 SLUTDATOUSM STATUS',
    modelled: true,
  },
  {
    id: 'VALG1',
    name: { da: 'Valgoplysninger, valgadresse', en: 'Election data and election address' },
    keys: 'PNR!',
    output: 'CVAL_VALGKODE* CVAL_VALGRETDATO CVAL_STARTDATO CVAL_SLETDATO STADR',
    beside: 'CVAL_AKM CVAL_MYNKOD CVAL_TIMSTP',
    modelled: true,
  },
  {
    id: 'VALGRET',
    name: { da: 'Valgret', en: 'Franchise' },
    keys: 'PNR!',
    output: 'VALGRETMRK VALGKODE VALGRETDATO',
    shape: 'role',
    modelled: true,
  },
  {
    id: 'VAERGE1',
    name: { da: 'Værgeoplysninger', en: 'Guardian data' },
    keys: 'PNR!',
    output:
      'CUMY_STARTDATO CUMY_STARTDATOUSM CUMY_SLETDATO CUMY_RELTYP CUMY_RELPNR CUMY_RELADRSAT CUMY_RELTXT1 CUMY_RELTXT2 CUMY_RELTXT3 CUMY_RELTXT4 CUMY_RELTXT5 CUMY_TIMSTP',
    beside: 'CUMY_ART CUMY_AKM CUMY_MYNKOD',
    shape: 'table VAERGEMAAL',
    modelled: true,
    otherTables: 'VAERGE',
  },
]
