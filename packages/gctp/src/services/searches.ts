import type { ServiceRow } from './describe.ts'

/** Searches, and the helpers that find a code. */
export const searches: readonly ServiceRow[] = [
  {
    id: 'ADRSOG1',
    name: { da: 'Adressesøgning', en: 'Address search' },
    keys: 'NVN NVN1 NVN2 NVN3 KON VEJK VNVN HNR BNR ETAG SIDO POST KOMK STAF STB AIA MAXA REST',
    output:
      'VEJKOD KOMKOD* HUSNR ETAGE SIDEDOER BNR PNR! CNVN_ADRNVN* ADRBESKYT STARTDATO SLUTDATO CNVN_STATUS AKM TABMRK CPRS_FOEDDATO',
    beside: 'BEMAERK SEARCH_ID',
    shape: 'table ADRSOEG',
  },
  {
    id: 'ADRSOG2',
    name: { da: 'Adressesøgning, udvidet', en: 'Address search, extended' },
    keys: 'NVN NVN1 NVN2 NVN3 KON VEJK VNVN HNR BNR ETAG SIDO POST KOMK STAF STB AIA MAXA REST FRADATO TILDATO',
    output:
      'VEJKOD KOMKOD* HUSNR ETAGE SIDEDOER BNR PNR! CNVN_ADRNVN* ADRBESKYT STARTDATO SLUTDATO CNVN_STATUS AKM TABMRK CPRS_FOEDDATO STADR POSTNR*',
    shape: 'table ADRSOEG',
    modelled: true,
  },
  {
    id: 'FODSOG1',
    name: { da: 'Fødselsdatosøgning', en: 'Birth date search' },
    keys: 'KON FODT! NVN HNVS KOMK LDEL STB STAF FMYN AIA MAXA REST',
    output: 'PNR! CNVN_ADRNVN* CNVN_STATUS ADRBESKYT CNVN_KOEN',
    shape: 'table FODSOEG',
  },
  {
    id: 'FODSOG2',
    name: { da: 'Fødselsdatosøgning - udvidet', en: 'Birth date search, extended' },
    keys: 'KON FODT! NVN HNVS KOMK LDEL STB STAF FMYN AIA MAXA REST',
    output: 'PNR! CNVN_ADRNVN* CNVN_STATUS ADRBESKYT CNVN_KOEN FOEDMYNTXT STADR POSTNR*',
    shape: 'table FODSOEG',
  },
  {
    id: 'NVNSOG2',
    name: { da: 'Navnesøgning, udvidet', en: 'Name search, extended' },
    keys: 'NVN! NVN1 NVN2 NVN3 KON! ALDF ALDT HNVS KOMK LDEL STAF STB AIA MAXA REST',
    output: 'PNR! CNVN_ADRNVN* CNVN_STATUS FOEDMYNTXT CNVN_KOEN ADRBESKYT STADR POSTNR*',
    shape: 'table NAVNSOEG',
  },
  {
    id: 'NVNSOG1',
    name: { da: 'Navnesøgning', en: 'Name search' },
    keys: 'NVN! NVN1 NVN2 NVN3 KON! ALDF ALDT HNVS KOMK LDEL STAF STB AIA MAXA REST',
    output: 'PNR! CNVN_ADRNVN* CNVN_STATUS CNVN_KOEN ADRBESKYT',
    shape: 'table NAVNSOEG',
  },
  {
    id: 'VEJSOG1',
    name: {
      da: 'Veje kan findes ud fra kriterier om kommune, sognedistrikt, postdistrikt eller bynavn',
      en: 'Road search',
    },
    keys: 'KOMK SOGN POST BYNVN:text AIA MAXA REST',
    output: 'KOMKOD* VEJKOD VEJADRNVN POSTNR*',
    shape: 'table VEJSOEG',
    modelled: true,
  },
  {
    id: 'MYNSOG1',
    name: {
      da: 'Myndigheder kan findes ud fra en del af myndighedsnavnet',
      en: 'Authority search',
    },
    keys: 'MYNNVN:text! MYNTYP AIA MAXA REST',
    output: 'MYNKOD MYNNVN MYNTYP',
    shape: 'table MYNSOEG',
    modelled: true,
  },
  {
    id: 'VEJHJLP',
    kind: 'helper',
    name: {
      da: 'Oplysning om vejnavn udfra kommunekode eller postnr. og vejkode eller del af vejnavn',
      en: 'Helper: road name from municipality or postal code and road code or part of the road name',
    },
    keys: 'KOMK POST VEJK VNVN AIA MAXA REST',
    output: 'KOMKOD VEJKOD VEJADRNVN',
    modelled: true,
  },
  {
    id: 'POSTHJLP',
    kind: 'helper',
    name: {
      da: 'Oplysning om postnr. og -distriktnavn udfra postnr eller del af postdistriktnavn',
      en: 'Helper: postal code and district',
    },
    keys: 'POST POSTNVN AIA MAXA REST',
    output: 'CPST_POSTNR CPSN_POSTDISTTXT',
    modelled: true,
  },
  {
    id: 'MYNHJLP',
    kind: 'helper',
    name: {
      da: 'Oplysning om myndighedskode og –navn udfra myndighedskode eller del af myndighedsnavn',
      en: 'Helper: authority code and name',
    },
    keys: 'MYNKOD MYNNVN:text AIA MAXA REST',
    output: 'MYNKOD MYNNVN',
    modelled: true,
  },
]
