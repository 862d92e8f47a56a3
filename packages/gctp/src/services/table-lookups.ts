import type { ServiceRow } from './describe.ts'

/** Lookups of an authority, a road, a code table, and of the updates made on a person. */
export const tableLookups: readonly ServiceRow[] = [
  {
    id: 'MYND1',
    name: { da: 'Myndighed', en: 'Authority' },
    keys: 'MYNKOD!',
    output: 'MYNKOD MYNNVN MYNTYP* MYNGRP MYNADRSAT ADR1 ADR2 ADR3 ADR4 MYNTLF STARTDATO SLUTDATO',
    shape: 'role',
    modelled: true,
  },
  {
    id: 'VEJ1',
    name: { da: 'Vej nuværende og tidligere', en: 'Road, current and former' },
    keys: 'KOMKOD! VEJKOD! AKX AIA MAXA REST',
    output: 'KOMKOD* VEJKOD VEJNVN VEJADRNVN STARTDATO SLUTDATO TILKOMKOD TILVEJKOD TIMSTP',
    beside: 'HUSNRFRA HUSNRTIL AKM',
    modelled: true,
  },
  {
    id: 'VEJNOTAT',
    name: { da: 'Vejnotater', en: 'Road notes' },
    keys: 'KOMKOD! VEJKOD! AIA MAXA REST',
    output: 'NOTATNR NOTATLINIE STARTDATO:date8',
    modelled: true,
  },
  {
    id: 'DISTRIKT',
    name: { da: 'Distrikter', en: 'Districts of a road' },
    keys: 'KOMKOD! VEJKOD! HUSNR AIA MAXA REST',
    output: 'DISTTYP DISTKOD DISTTXT HUSNRFRA HUSNRTIL LIGEULIGE',
    modelled: true,
  },
  {
    id: 'VEJHENV',
    name: { da: 'Vejhenvisningsregister', en: 'Road reference register' },
    keys: 'KOMKOD! VEJKOD! AIA MAXA REST',
    output: 'KOMKOD VEJKOD HUSNR HENVISKOMKOD HENVISVEJKOD HENVISHUSNR STARTDATO',
    modelled: true,
  },
  {
    id: 'AJOURLOG',
    name: {
      da: 'Ajourføringer som er sket på en person i et givet tids-interval',
      en: 'Updates of a person in a time interval',
    },
    keys: 'PNR! FRADATO! TILDATO AIA MAXA REST',
    output: 'TIMESTAMPU! HAENDELSE!* AFLEDTMRK* MYNKOD*',
    beside: 'TIMSTP',
    modelled: true,
  },
  {
    id: 'KODTEKST',
    name: { da: 'Tekster på diverse koder', en: 'Texts of codes' },
    keys: 'TABNVN! KOD AIA MAXA REST',
    output: 'KOD TXT TXTL STARTDATO:date8 SLUTDATO:date8',
    modelled: true,
  },
]
