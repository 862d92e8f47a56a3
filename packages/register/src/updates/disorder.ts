import type { Draft } from '../draft.ts'
import { breachesOf } from '../invariants.ts'
import type { People, Person } from '../rows.ts'

const saysOf = (person: Person | undefined, people: People): readonly string[] =>
  person === undefined ? [] : breachesOf(person, people).map(({ pnr, says }) => `${pnr} ${says}`)

/** The disorder that a draft would leave in anybody's rows, and that was not there before. */
export function disorderIn(store: People, draft: Draft): readonly string[] {
  const before = new Set(draft.people().flatMap(({ pnr }) => saysOf(store.find(pnr), store)))
  return draft
    .people()
    .flatMap((person) => saysOf(person, draft))
    .filter((says) => !before.has(says))
}
