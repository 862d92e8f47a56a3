/** A kind of stored data: which of correct (R), undo (F) and report former (T) exist, and its fields. */
export interface MaintainedData {
  readonly id: string
  readonly da: string
  readonly en: string
  readonly operations: string
  readonly fields: string
}

export const maintainedData: readonly MaintainedData[] = [
  {
    id: 'ADR',
    da: 'Adressedata',
    en: 'Address data',
    operations: 'RFT',
    fields: 'KOMKOD VEJKOD HUSNR ETAGE SIDEDOER BNR CONVN',
  },
  {
    id: 'CIV',
    da: 'Civilstandsdata',
    en: 'Civil status data',
    operations: 'RFT',
    fields: 'CIVST AEGTEPNR',
  },
  {
    id: 'DELTBO',
    da: 'Delt bopæls data',
    en: 'Shared residence data',
    operations: 'RFT',
    fields: 'KOMKOD VEJKOD HUSNR ETAGE SIDEDOER BNR',
  },
  { id: 'FKIRKE', da: 'Folkekirkedata', en: 'Church data', operations: 'RFT', fields: 'FKIRK' },
  {
    id: 'FORSV',
    da: 'Forsvindings-/genfindingsdata',
    en: 'Disappearance and reappearance data',
    operations: 'RFT',
    fields: 'FORSVINDDATO GENFINDDATO',
  },
  {
    id: 'FODSTD',
    da: 'Fødselsregistreringssted',
    en: 'Place of birth registration',
    operations: 'RFT',
    fields: 'FOEDMYNKOD FOEDMYNTXT',
  },
  {
    id: 'KOMFOR',
    da: 'Kommunaledata',
    en: 'Municipal data',
    operations: 'RFT',
    fields: 'KOMFORHTYP KOMFORHKOD BEMAERK',
  },
  {
    id: 'NAVN',
    da: 'Navnedata',
    en: 'Name data',
    operations: 'RFT',
    fields: 'FORNVN MELNVN EFTERNVN ADRNVN',
  },
  {
    id: 'PNR',
    da: 'Personnummerdata',
    en: 'Personnummer data',
    operations: 'RF',
    fields: 'NYTPNR FODT KON',
  },
  {
    id: 'PERS',
    da: 'Personoplysninger i øvrigt',
    en: 'Other personal data',
    operations: 'RF',
    fields: 'STILLING FOEDDATO',
  },
  { id: 'SEP', da: 'Separationsdata', en: 'Separation data', operations: 'RFT', fields: '' },
  {
    id: 'SLAEGT',
    da: 'Slægtsskabsdata',
    en: 'Kinship data',
    operations: 'RFT',
    fields: 'MORPNR FARPNR',
  },
  {
    id: 'STATB',
    da: 'Statsborgerretsdata',
    en: 'Citizenship data',
    operations: 'RFT',
    fields: 'LANDEKOD',
  },
  {
    id: 'UDIND',
    da: 'Udrejse-/indrejsedata',
    en: 'Departure and arrival data',
    operations: 'RFT',
    fields:
      'UDRLANDEKOD UDRDATO INDRLANDEKOD INDRDATO UDLANDSADR1 UDLANDSADR2 UDLANDSADR3 UDLANDSADR4 UDLANDSADR5',
  },
]
