import type { PersonView, RegisterView } from '@sagsgang/events'

/** The child whom somebody got after the conversation began; of several, the youngest row tells. */
export function newbornIn(now: RegisterView, dialogue: string): string | undefined {
  const fresh = Object.values(now.people)
    .flatMap(childrenOf)
    .filter(({ timestamp }) => timestamp > dialogue)
    .toSorted((one, other) => (one.timestamp < other.timestamp ? 1 : -1))
  return fresh[0]?.columns['personnummer'] ?? undefined
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
