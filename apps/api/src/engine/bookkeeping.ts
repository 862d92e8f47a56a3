import { type CasePerson, isFinal, type Snapshot } from '@sagsgang/machines'

import { keepsTurn, personsOf } from './person-turns.ts'
import type { Course } from './transition.ts'

/** What else follows from a step, and is written with it: who is searched by, whose turn it is, what may be forgotten. */
export interface Books {
  /** Everybody whom the case is about; null where they are who they were. */
  readonly persons: readonly CasePerson[] | null
  readonly givesTurn: boolean
  /** Whose turn it asks for, besides everybody whom it has looked at. */
  readonly asksTurn: readonly string[] | null
  /** All that the register showed but how people are addressed. */
  readonly forgetsView: boolean
}

/** `before`: null where the course opens the case. */
export function keepBooks(before: Snapshot | null, { case: stored, asked }: Course): Books {
  const { snapshot: after } = stored
  const isAsked = asked.some(({ type }) => type === 'waitForTurn')
  const isSame = before !== null && namesOf(before) === namesOf(after)
  return {
    persons: isSame ? null : after.context.persons,
    givesTurn: before !== null && keepsTurn(before) && !keepsTurn(after),
    asksTurn: isAsked ? personsOf(after) : null,
    forgetsView: before !== null && !needsNoView(before) && needsNoView(after),
  }
}

/** The case that takes this one's place begins with what this one saw. */
function needsNoView(snapshot: Snapshot): boolean {
  const open = Object.values(snapshot.context.open)
  return isFinal(snapshot) && !open.some(({ type }) => type === 'openReplacement')
}

function namesOf({ context }: Snapshot): string {
  return context.persons.map(({ role, pnr }) => `${role} ${pnr}`).join()
}
