import { birthDateOf } from '../personnummer.ts'
import { currentRow } from '../rows.ts'
import { died, married, parted } from './couples.ts'
import { aalborgHome, demoPeople } from './demo-people.ts'
import {
  baptised,
  born,
  departed,
  disappeared,
  moved,
  named,
  protectedFrom,
  setStatus,
} from './life.ts'
import { closed } from './numbers.ts'
import type { Scribe } from './scribe.ts'

const parents: Readonly<Record<string, readonly [string, string]>> = {
  '1306814172': ['0307610078', '0709614347'],
  '1306814180': ['0307610078', '0709614347'],
  '3006980014': ['0702614082', '0709614673'],
  '0101005038': ['0709614126', '0712614455'],
  '1312814362': ['0701614038', '0707614285'],
}

const couples = [
  ['0709614096', '0709614231', '19890610'],
  ['0307610078', '0709614347', '19800502'],
  ['0702614082', '0709614673', '19970816'],
  ['0701614011', '0709614118', '19870404'],
  ['0707614234', '0708614335', '19910720'],
  ['0707614226', '0708614327', '19850914'],
  ['0702614147', '0709614452', '19900331'],
] as const

/** Numbers that were given up, and the ones valid in their place. */
const replaced = [
  { dead: '0708614246', valid: '0307610078', status: '60' },
  { dead: '0709614398', valid: '0909610036', status: '60' },
  { dead: '0101520013', valid: '0107529039', status: '50' },
] as const

const oldHome = aalborgHome('8512', '010')
const birthOf = (pnr: string): string => birthDateOf(pnr) ?? ''

function bear(scribe: Scribe, pnr: string): void {
  const kin = parents[pnr]
  const birthDate = birthOf(pnr)
  const parentage = kin && { mother: kin[0], father: kin[1] }
  born(scribe, { pnr, birthDate, home: oldHome, ...parentage })
}

function seedLives(scribe: Scribe): void {
  const inOrder = demoPeople.toSorted((one, other) =>
    birthOf(one.pnr).localeCompare(birthOf(other.pnr)),
  )
  for (const { pnr } of inOrder) bear(scribe, pnr)
  for (const person of inOrder) {
    const { pnr, first, last, home } = person
    const birthDate = birthOf(pnr)
    if (person.unnamed !== true) named(scribe, pnr, birthDate, { first, last })
    baptised(scribe, pnr, `${Number(birthDate.slice(0, 4)) + 1}0105`)
    if (home) moved(scribe, pnr, '20080901', home)
    if (person.protected === true) protectedFrom(scribe, pnr, '20090211')
  }
}

function seedReplaced(scribe: Scribe): void {
  for (const closing of replaced) {
    const birthDate = birthOf(closing.dead)
    born(scribe, { pnr: closing.dead, birthDate, home: oldHome })
    closed(scribe, { ...closing, on: '20080814' })
  }
}

/** Status 03 with a birth date nobody is sure of, once abroad, now without a home and protected. */
function seedOldest(scribe: Scribe): void {
  const pnr = '0101965058'
  born(scribe, { pnr, birthDate: birthOf(pnr), home: oldHome })
  named(scribe, pnr, '18960101', { first: 'Thora', last: 'Ukendt' })
  departed(scribe, pnr, '19700301', '5120')
  const act = { on: '20080901', service: 'INDRM-I', code: 'A04', authority: '0851' }
  scribe.write({ ...act, standsFor: 'migration' }, (draft) => {
    const person = draft.find(pnr)
    const abroad = person && currentRow(person, 'migration')
    if (abroad)
      draft.change(pnr, abroad, {
        columns: { ...abroad.columns, entryCountry: '5120' },
        end: act.on,
      })
    const columns = { ...oldHomeColumns, streetCode: '9901', houseNumber: null }
    draft.append(pnr, { entity: 'address', columns, start: act.on })
    setStatus(draft, pnr, '03', act.on)
    const own = draft.find(pnr)
    const row = own && currentRow(own, 'person')
    if (row) draft.change(pnr, row, { columns: { ...row.columns, birthDateUncertain: 'true' } })
  })
  protectedFrom(scribe, pnr, '20090211')
}

const oldHomeColumns = {
  municipalityCode: '0851',
  floor: null,
  door: null,
  buildingNumber: null,
  careOf: null,
}

export function seedDemo(scribe: Scribe): void {
  seedLives(scribe)
  for (const [one, other, on] of couples) married(scribe, [one, other], on)
  parted(scribe, ['0702614147', '0709614452'], '20050620', 'F')
  departed(scribe, '0708614335', '20100401', '5120')
  departed(scribe, '0709614258', '20110115', '5110')
  departed(scribe, '0709614738', '20130630', '5180')
  died(scribe, '0708614327', '20120514')
  disappeared(scribe, '1312814362', '20140310')
  seedReplaced(scribe)
  seedOldest(scribe)
}

export const demoNumbers: ReadonlySet<string> = new Set([
  ...demoPeople.map(({ pnr }) => pnr),
  ...replaced.map(({ dead }) => dead),
  '0101965058',
])
