import { wireTablesOf } from '@sagsgang/events'
import type { FieldValues } from '@sagsgang/gctp'

import { districtName } from '../geography.ts'
import { column, currentRows, isCurrent, isValid, rowsOf, statusOf } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import type { Store } from '../store.ts'
import { found, tableOf } from './answer.ts'
import { addressingName, isProtected, postalCode, streetLine } from './extras.ts'
import { newestFirst, onPerson } from './person-rows.ts'
import { fieldsOf, relationWord, writeRow } from './write-row.ts'

/** The person, then parents, children, spouse and whoever else belongs to them. */

const portrait = (person: Person): FieldValues =>
  fieldsOf({
    PNR_FOEDDATO: person.pnr,
    ADRNVN: addressingName(person),
    CNVN_STATUS: statusOf(person),
    CBSK_TYP: isProtected(person) ? '00001' : null,
    STADR: streetLine(person),
    CPST_POSTNR: postalCode(person),
    CPSN_POSTDISTTXT: districtName(postalCode(person) ?? '') ?? null,
  })

const others = (person: Person): readonly (readonly [string, string])[] => {
  const spouse = column(person, 'civilStatus', 'spousePersonnummer')
  const former = rowsOf(person, 'civilStatus')
    .filter((row) => isValid(row) && !isCurrent(row))
    .flatMap(({ columns }) => columns['spousePersonnummer'] ?? [])
  return [
    ...(spouse === null ? [] : [[spouse, 'Ægtefælle'] as const]),
    ...[...new Set(former)].filter((pnr) => pnr !== spouse).map((pnr) => [pnr, 'Andet'] as const),
  ]
}

const holder = (suffix: 'A' | 'B', row: StoredRow | undefined): FieldValues =>
  fieldsOf({
    [`CFMY_RELTYP${suffix}`]: row?.columns['relation'] ?? null,
    [`CFMY_STARTDATO${suffix}`]: row?.start ?? null,
    [`CFMY_STARTDATOUSM${suffix}`]: row?.startUncertain === true ? '*' : null,
    [`FORAELDRE_MYN_PNR${suffix}`]: row?.columns['holderPersonnummer'] ?? null,
  })

const custody = (person: Person): FieldValues => {
  const [one, other] = currentRows(person, 'parentalAuthority')
  const mark = fieldsOf({ FORAELDREMYNMRK: one === undefined ? null : 'X' })
  return { ...mark, ...holder('A', one), ...holder('B', other) }
}

function relativesOf(person: Person, store: Store, all: boolean): readonly FieldValues[] {
  const [kinship] = wireTablesOf('Familie')
  if (kinship === undefined) return []
  const rows = rowsOf(person, 'kinship').filter((row) => all || isCurrent(row))
  const kin = newestFirst(rows).map((row) => {
    const relative = store.find(row.columns['personnummer'] ?? '')
    return { ...(relative && portrait(relative)), ...writeRow(kinship, row) }
  })
  const rest = others(person).flatMap(([pnr, word]) => {
    const other = store.find(pnr)
    return other ? [{ ...portrait(other), ...fieldsOf({ FAMMRK: word }) }] : []
  })
  return [...kin, ...rest]
}

/** How one belongs to another, in the words of a family. */
export function relationTo(person: Person, other: Person): string {
  const kin = currentRows(person, 'kinship').find(
    ({ columns }) => columns['personnummer'] === other.pnr,
  )
  if (kin !== undefined) return relationWord(kin.columns['relation'] ?? '')
  return column(person, 'civilStatus', 'spousePersonnummer') === other.pnr ? 'Ægtefælle' : 'Andet'
}

export const family = onPerson((person, { store, keys }) => {
  const all = keys['AKX'] === 'X'
  const self = { ...portrait(person), ...custody(person), ...fieldsOf({ FAMMRK: 'Andet' }) }
  const [kinship, authority] = wireTablesOf('Familie')
  const holders = newestFirst(rowsOf(person, 'parentalAuthority')).filter(
    (row) => all || isValid(row),
  )
  const tables = [tableOf(kinship?.name ?? '', [self, ...relativesOf(person, store, all)])]
  if (authority !== undefined)
    tables.push(
      tableOf(
        authority.name,
        holders.map((row) => writeRow(authority, row)),
      ),
    )
  return found({ tables })
})
