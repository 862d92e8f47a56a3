import { emptyView, personsOf, type PartyMember, getDefinition } from '@sagsgang/events'

import type { CaseRecord } from './case-record.ts'

/**
 * Whom a case is about: those its check found, or, while nobody has been looked up or the draft names others by now, those
 * that its fields name.
 */
export function membersOf({
  event,
  snapshot: { context },
}: Pick<CaseRecord, 'event' | 'snapshot'>): readonly PartyMember[] {
  const definition = getDefinition(event)
  const typed = personsOf(definition, context.data, emptyView)
  const found = context.persons.filter(({ role }) => 'field' in (definition.parties[role] ?? {}))
  return isSame(typed, found) ? context.persons : typed
}

function isSame(some: readonly PartyMember[], others: readonly PartyMember[]): boolean {
  const [one, other] = [some, others].map((members) => members.map(word).toSorted().join())
  return one === other
}

const word = ({ role, pnr }: PartyMember): string => `${role} ${pnr}`
