import type { Home } from './life.ts'

/**
 * The fictitious people that open-source fixtures have used since about 2014. Their relations are rebuilt so that the
 * first events can be played by hand.
 */
export interface DemoPerson {
  readonly pnr: string
  readonly first: string
  readonly last: string
  readonly home?: Home
  /** Nobody has named this person yet. */
  readonly unnamed?: true
  readonly protected?: true
  readonly country?: string
}

export const aalborgHome = (streetCode: string, houseNumber: string, door?: string): Home => ({
  municipalityCode: '0851',
  streetCode,
  houseNumber,
  ...(door !== undefined && { floor: '01', door }),
})

export const demoPeople: readonly DemoPerson[] = [
  { pnr: '0709614096', first: 'Bettina', last: 'Folmersen', home: aalborgHome('8513', '017') },
  { pnr: '0709614231', first: 'Jørgen', last: 'Folmersen', home: aalborgHome('8511', '016', 'tv') },
  { pnr: '0307610078', first: 'Lone', last: 'Dalsgaard', home: aalborgHome('8511', '004') },
  { pnr: '0709614347', first: 'Peder', last: 'Dalsgaard', home: aalborgHome('8511', '004') },
  { pnr: '1306814172', first: 'Mette', last: 'Dalsgaard', home: aalborgHome('8513', '021') },
  { pnr: '1306814180', first: 'Dorte', last: 'Dalsgaard', home: aalborgHome('8513', '023') },
  { pnr: '0702614082', first: 'Ulla', last: 'Kjeldgaard', home: aalborgHome('8511', '032') },
  { pnr: '0709614673', first: 'Ejnar', last: 'Kjeldgaard', home: aalborgHome('8511', '032') },
  {
    pnr: '3006980014',
    first: 'Barn',
    last: 'Kjeldgaard',
    unnamed: true,
    home: aalborgHome('8511', '032'),
  },
  { pnr: '0709614126', first: 'Karen', last: 'Thulstrup', home: aalborgHome('8513', '041') },
  { pnr: '0712614455', first: 'Klaus', last: 'Henriksen', home: aalborgHome('8513', '043') },
  {
    pnr: '0101005038',
    first: 'Barn',
    last: 'Henriksen',
    unnamed: true,
    home: aalborgHome('8513', '041'),
  },
  {
    pnr: '0701614011',
    first: 'Torben',
    last: 'Skovlund',
    protected: true,
    home: aalborgHome('8511', '051'),
  },
  {
    pnr: '0709614118',
    first: 'Hanne',
    last: 'Skovlund',
    protected: true,
    home: aalborgHome('8511', '051'),
  },
  { pnr: '0707614234', first: 'Inger', last: 'Brogaard', home: aalborgHome('8513', '055') },
  {
    pnr: '0708614335',
    first: 'Villy',
    last: 'Brogaard',
    protected: true,
    home: aalborgHome('8513', '055'),
  },
  { pnr: '0707614226', first: 'Grethe', last: 'Munkholm', home: aalborgHome('8511', '061') },
  { pnr: '0708614327', first: 'Aksel', last: 'Munkholm', home: aalborgHome('8511', '061') },
  { pnr: '0701614038', first: 'Vera', last: 'Aagaard', home: aalborgHome('8513', '067') },
  { pnr: '0707614285', first: 'Leif', last: 'Aagaard', home: aalborgHome('8513', '069') },
  { pnr: '1312814362', first: 'Rasmus', last: 'Aagaard', home: aalborgHome('8513', '067') },
  { pnr: '0107529039', first: 'Ebbe', last: 'Nymark', home: aalborgHome('8511', '071') },
  { pnr: '0909610036', first: 'Signe', last: 'Overby', home: aalborgHome('8511', '073') },
  { pnr: '0709614258', first: 'Gurli', last: 'Vestmark', home: aalborgHome('8511', '077') },
  { pnr: '0709614738', first: 'Agnes', last: 'Sandvig', home: aalborgHome('8511', '079') },
  {
    pnr: '3012995007',
    first: 'Olga',
    last: 'Hundrup',
    home: aalborgHome('8513', '081'),
  },
  { pnr: '3112000010', first: 'Asta', last: 'Sekulin', home: aalborgHome('8513', '083') },
  {
    pnr: '0702614147',
    first: 'Poul',
    last: 'Ravnholt',
    protected: true,
    home: aalborgHome('8511', '085'),
  },
  {
    pnr: '0709614452',
    first: 'Birgit',
    last: 'Ellegaard',
    protected: true,
    home: aalborgHome('8513', '087'),
  },
  { pnr: '0707614293', first: 'Lars', last: 'Henriksen', home: aalborgHome('8513', '045') },
  { pnr: '0709614304', first: 'Annelise', last: 'Ryberg', home: aalborgHome('8511', '012') },
]
