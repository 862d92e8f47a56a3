import type { FieldCode } from './describe.ts'

/** Format and name of what rows have beside their content: mark, authority, time stamp and end. */
export const fieldCodesBeside: Readonly<Record<string, FieldCode>> = {
  ...rowOf('CATX', { end: null }),
  CCIV_VIELSESMYN: ['myn4', 'Vielsesmyndighed', 'Authority of the marriage'],
  ...rowOf('CFLP', { end: 'CFLP_SLUTDATO' }),
  CFLP_FRAFLYTDATO: ['date8', 'Fraflytningsdato', 'To be vacated by'],
  ...rowOf('CFMY', { end: 'CFMY_SLETDATO' }),
  CFMY_RELTYP: ['code5', 'Forældremyndighedsindehaver', 'Custody holder'],
  CFMY_STARTDATO: ['date8', 'Forældremyndighed, start', 'Custody start'],
  CFMY_STARTDATOUSM: ['usm1', 'Usikkerhedsmarkering', 'Uncertainty mark'],
  CFOE_SLUTDATO: ['date8', 'Slut', 'End'],
  CFOE_STARTDATO: ['date8', 'Start', 'Start'],
  ...rowOf('CKOM', { end: 'CKOM_SLETDATO' }),
  CKOM_KOMKOD: ['kom4', 'Kommune', 'Municipality'],
  ...rowOf('CNOT', { end: null }),
  CNOT_KOMKOD: ['kom4', 'Kommune', 'Municipality'],
  ...rowOf('CNVN_ADRNVN', { end: null }),
  CNVN_ADRNVN_SLUTDATO: ['datetime12', 'Adresseringsnavn, slut', 'Addressing name end'],
  CNVN_ADRNVN_STARTDATO: ['datetime12', 'Adresseringsnavn, start', 'Addressing name start'],
  CSTB_MYNKOD: ['myn4', 'Myndighed', 'Authority'],
  ...rowOf('CUMY', { end: null }),
  CUMY_ART: ['text', 'Værgemålets art', 'Kind of guardianship'],
  ...rowOf('CVAL', { end: null }),
  DELTBOP_AFTALE: ['text', 'Aftaletype', 'Kind of agreement'],
  DELTBOP_FORPNR: ['pnr10', 'Anden forælder', 'Other parent'],
  FORAELDRE_MYN_PNR: ['pnr10', 'Indehaverens personnummer', 'Holder personnummer'],
  FORSV_TIMSTP: ['ts20', 'Forsvindingens tidsstempel', 'Disappearance timestamp'],
  RELTXT: ['text34', 'Navn uden personnummer', 'Name, when without number'],
  SEARCH_ID: ['text', 'Søgningens nøgle', 'Search id'],
  ...rowOf('UDLNR', { end: 'UDLNR_SLUTDATO' }),
  UDLNR_STARTDATO: ['date8', 'Udlændingenummer, start', 'Alien number start'],
  UDR_TIMSTP: ['ts20', 'Udrejsens tidsstempel', 'Departure timestamp'],
}

/** What every stored row has, under the mnemonic of its kind. */
function rowOf(kind: string, { end }: { end: string | null }): Record<string, FieldCode> {
  return {
    [`${kind}_AKM`]: ['akm1', 'Rettemarkering', 'Correction marker'],
    [`${kind}_MYNKOD`]: ['myn4', 'Myndighed', 'Authority'],
    [`${kind}_TIMSTP`]: ['ts20', 'Rækkens tidsstempel', 'Row timestamp'],
    ...(end !== null && { [end]: ['date8', 'Slut', 'End'] }),
  }
}
