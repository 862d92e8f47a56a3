import { addDays } from '../dates.ts'
import type { Draft } from '../draft.ts'
import { currentRow, currentRows } from '../rows.ts'
import type { Columns, StoredRow } from '../rows.ts'
import { endAddress, municipalityOf, setStatus } from './life.ts'
import type { Act, Scribe } from './scribe.ts'

/** What happens between two people, written on both as the register writes it. */

export type Couple = readonly [string, string]

const civil = (civilStatus: string, spouse: string | null, authority: string | null): Columns => ({
  civilStatus,
  spousePersonnummer: spouse,
  spouseName: null,
  spouseBirthDate: null,
  authority,
})

function writePair(draft: Draft, couple: Couple, status: string, on: string): void {
  const [one, other] = couple
  const isTie = status === 'G' || status === 'P'
  const row = (spouse: string, derivedMark: string | null) => ({
    entity: 'civilStatus' as const,
    columns: civil(status, isTie ? spouse : null, isTie ? '0851' : null),
    start: on,
    derivedMark,
  })
  draft.replace(one, row(other, null))
  draft.replace(other, row(one, status === 'P' || status === 'O' ? 'PA' : 'ÆG'))
}

const act = (on: string, service: string, code: string, authority: string): Act => ({
  on,
  service,
  code,
  standsFor: service.startsWith('SEP') ? 'separation' : 'civilStatus',
  authority,
})

export function married(scribe: Scribe, couple: Couple, on: string): void {
  const authority = municipalityOf(scribe, couple[0])
  scribe.write(act(on, 'VIELS-I', 'A19', authority), (draft) => writePair(draft, couple, 'G', on))
}

export function partnered(scribe: Scribe, couple: Couple, on: string): void {
  const authority = municipalityOf(scribe, couple[0])
  scribe.write(act(on, 'PARTI-I', 'A23', authority), (draft) => writePair(draft, couple, 'P', on))
}

/** `F` after a marriage, `O` after a registered partnership. */
export function parted(scribe: Scribe, couple: Couple, on: string, status: 'F' | 'O'): void {
  scribe.write(act(on, status === 'F' ? 'SKILS-I' : 'PARTH-I', 'A20', '1301'), (draft) => {
    for (const pnr of couple) endSeparation(draft, pnr, on)
    writePair(draft, couple, status, on)
  })
}

export function separated(scribe: Scribe, couple: Couple, on: string): void {
  scribe.write(act(on, 'SEPI-I', 'P35', '1301'), (draft) => {
    couple.forEach((pnr, place) => {
      const person = draft.find(pnr)
      const marriage = person && currentRow(person, 'civilStatus')
      draft.append(pnr, {
        entity: 'separation',
        columns: { civilStatusReference: `${marriage?.start ?? on}0000` },
        start: on,
        derivedMark: place === 0 ? null : 'ÆG',
      })
    })
  })
}

/** Somebody married to a person without a number: the spouse is named by text. */
export function marriedToStranger(scribe: Scribe, pnr: string, on: string, name: string): void {
  const authority = municipalityOf(scribe, pnr)
  scribe.write(act(on, 'VIELS-I', 'A19', authority), (draft) => {
    const columns = { ...civil('G', null, '0006'), spouseName: name, spouseBirthDate: '19700412' }
    draft.replace(pnr, { entity: 'civilStatus', columns, start: on })
  })
}

function endSeparation(draft: Draft, pnr: string, on: string): void {
  const person = draft.find(pnr)
  const row = person && currentRow(person, 'separation')
  if (row) draft.change(pnr, row, { end: on })
}

const widowed: Readonly<Record<string, string>> = { G: 'E', P: 'L' }

function writeSurvivor(draft: Draft, deceased: string, of: StoredRow, on: string): void {
  const spouse = of.columns['spousePersonnummer']
  const status = widowed[of.columns['civilStatus'] ?? '']
  if (spouse == null || status === undefined) return
  endSeparation(draft, spouse, on)
  draft.replace(spouse, {
    entity: 'civilStatus',
    columns: civil(status, deceased, null),
    start: on,
    derivedMark: status === 'E' ? 'ÆG' : 'PA',
  })
}

/** The deceased holds authority over nobody. */
function endAuthority(
  draft: Draft,
  { child, holder }: { readonly child: string; readonly holder: string },
  on: string,
): void {
  const person = draft.find(child)
  for (const row of person ? currentRows(person, 'parentalAuthority') : [])
    if (row.columns['holderPersonnummer'] === holder) draft.change(child, row, { end: on })
}

export function died(scribe: Scribe, pnr: string, on: string): void {
  const authority = municipalityOf(scribe, pnr)
  scribe.write(act(on, 'DOD-I', 'A21', authority), (draft) => {
    const person = draft.find(pnr)
    const row = person && currentRow(person, 'civilStatus')
    if (!person || !row) return
    endAddress(draft, pnr, on)
    for (const entity of ['protection', 'separation', 'disappearance'] as const)
      for (const open of currentRows(person, entity)) draft.change(pnr, open, { end: on })
    setStatus(draft, pnr, '90', on)
    const { spousePersonnummer: spouse = null } = row.columns
    draft.replace(pnr, { entity: 'civilStatus', columns: civil('D', spouse, null), start: on })
    writeSurvivor(draft, pnr, row, on)
    for (const child of currentRows(person, 'kinship'))
      if (child.columns['relation'] === 'child')
        endAuthority(draft, { child: child.columns['personnummer'] ?? '', holder: pnr }, on)
  })
}

/** A name that was reported and taken back the week after: it leaves a marked row. */
export function misnamed(scribe: Scribe, pnr: string, on: string, lastName: string): void {
  const write = {
    on,
    service: 'NAVNA-I',
    code: 'A13',
    standsFor: 'name',
    authority: '7001',
  } as const
  scribe.write(write, (draft) => {
    const person = draft.find(pnr)
    const name = person && currentRow(person, 'name')
    if (name) {
      const columns = { ...name.columns, lastName }
      draft.replace(pnr, { entity: 'name', columns, start: on })
    }
  })
  const undo = { ...write, on: addDays(on, 7), service: 'NAVN-F', code: 'A17', standsFor: null }
  scribe.write(undo, (draft) => {
    const person = draft.find(pnr)
    const wrong = person && currentRow(person, 'name')
    const right = person?.rows.findLast((row) => row.entity === 'name' && row.end === on)
    if (wrong) draft.change(pnr, wrong, { mark: 'A', end: wrong.start })
    if (right) draft.change(pnr, right, { end: null })
  })
}
