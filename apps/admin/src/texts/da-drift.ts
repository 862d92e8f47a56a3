/** How CPR's answers differ from what is described, and what its codes mean, in Danish. */
export const daDrift = {
  drift: {
    title: 'Afvigelser i CPR’s svar',
    intro:
      'CPR har svaret med noget, beskrivelserne ikke har. Ingen sag er standset af det. Giv det videre til dem, der vedligeholder Sagsgang. Eksemplerne viser formen, aldrig nogens oplysninger.',
    none: 'CPR har svaret, som det er beskrevet.',
    alarm_one:
      'CPR har {{count}} gang svaret på noget andet, end der blev spurgt om. Svaret er ikke brugt. Ring til CPR-kontoret.',
    alarm_other:
      'CPR har {{count}} gange svaret på noget andet, end der blev spurgt om. Svarene er ikke brugt. Ring til CPR-kontoret.',
    where: 'Hvor og hvad',
    field: 'Felt',
    sample: 'Eksempel',
    count: 'Antal',
    first: 'Første gang',
    last: 'Seneste gang',
    more: 'Viser de {{shown}} seneste af {{total}}.',
  },
  receipts: {
    title: 'Svarkoder fra CPR',
    intro:
      'En kode, der ikke står her, er ukendt: den ses under Drift, og sager, der møder den ved et opslag, samles for sig under Fastlåste.',
    code: 'Kode',
    meaning: 'Betyder',
    advice: 'Næste skridt',
    repeated: 'Prøves det igen?',
    none: 'Ingen svarkode hedder sådan.',
  },
} as const
