import type { Effect } from '@sagsgang/machines'

import { groundOf } from '../effects/case-facts.ts'
import type { Answer, Clock, Handled } from '../engine/ports.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import type { Card, Table } from './table.ts'

export interface TableWorld {
  readonly table: Table
  readonly port: RegisterPort
  readonly clock: Clock
  /** A new case's id. */
  readonly nextId: () => string
  /** What a save has just written, for whoever looks whether the rows are sound. */
  readonly onSaved: (card: Card) => void
}

export type Of<T extends Effect['type']> = Extract<Effect, { type: T }>

export function told(handled: Handled): Answer {
  return handled.type === 'answer' ? handled.answer : { type: 'failed', reason: handled.reason }
}

/** What the register gave, by its answer or by what was read back. */
export function outputOf({ stored, submissions }: Card): Readonly<Record<string, string>> {
  const [answered = {}] = stored.snapshot.context.accepted.outputs
  if (Object.keys(answered).length > 0) return answered
  return submissions.findLast(({ report }) => report === 0)?.output ?? {}
}

/** A case as it is held against the register. */
export const reported = ({ table, clock }: TableWorld, card: Card) => ({
  ground: groundOf(card.stored, table.viewOf(card.stored), clock),
  output: outputOf(card),
})
