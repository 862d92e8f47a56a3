import type { Draft } from '../draft.ts'
import { breachesOf } from '../invariants.ts'
import type { People, Person } from '../rows.ts'

const saysOf = (person: Person | undefined, people: People): readonly string[] =>
  person === undefined ? [] : breachesOf(person, people).map(({ pnr, says }) => `${pnr} ${says}`)

/** Whether a draft would leave anybody's rows in a disorder that was not there before. */
export function breaksRows(store: People, draft: Draft): boolean {
  const before = new Set(draft.people().flatMap(({ pnr }) => saysOf(store.find(pnr), store)))
  return draft.people().some((person) => saysOf(person, draft).some((says) => !before.has(says)))
}
