import { birthDateOf, sexOf } from '@sagsgang/events'
import type { CaseData, PersonView, RegisterView } from '@sagsgang/events'

/** Children whom somebody got after the conversation began, with the birth date and sex that were told; the youngest row first. */
export function newbornsIn(
  now: RegisterView,
  { dialogue, data }: { readonly dialogue: string; readonly data: CaseData },
): readonly string[] {
  const fresh = Object.values(now.people)
    .flatMap(childrenOf)
    .filter(({ timestamp }) => timestamp > dialogue)
    .toSorted((one, other) => (one.timestamp < other.timestamp ? 1 : -1))
    .flatMap(({ columns }) => columns['personnummer'] ?? [])
  return [...new Set(fresh)].filter((pnr) => isAsTold(pnr, data))
}

/** The same parents may have had another child meanwhile. */
export function isAsTold(pnr: string, { birthDate, sex }: CaseData): boolean {
  const isBornThen = typeof birthDate !== 'string' || birthDateOf(pnr) === birthDate
  return isBornThen && (typeof sex !== 'string' || sexOf(pnr) === sex)
}

function childrenOf(person: PersonView | null) {
  const rows = person?.rows ?? []
  return rows.filter(
    (row) =>
      row.entity === 'kinship' &&
      row.mark === null &&
      row.end === null &&
      row.columns['relation'] === 'child',
  )
}
