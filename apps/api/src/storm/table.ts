import { emptyView, getDefinition } from '@sagsgang/events'
import type { RegisterView } from '@sagsgang/events'
import { advance, effectClasses, open } from '@sagsgang/machines'
import type { Advanced, Effect, Message, OpenInput } from '@sagsgang/machines'

import type { Submission } from '../effects/submissions.ts'
import { keepsTurn, personsOf } from '../engine/person-turns.ts'
import type { Answer, StoredCase } from '../engine/ports.ts'
import type { Order, Queue } from './queue.ts'
import { createTurns } from './turns.ts'

/** A case on the table: what it is, what it saw, what was sent for it, and all that it heard. */
export interface Card {
  readonly stored: StoredCase
  readonly input: OpenInput
  readonly view: RegisterView | null
  readonly lookedAt: number
  readonly submissions: Submission[]
  readonly heard: Message[]
}

type Writable = { -readonly [K in keyof Card]: Card[K] }

/** The cases and whose turn it is: the engine's rules without its database. */
export interface Table {
  readonly cards: ReadonlyMap<string, Card>
  card(caseId: string): Card
  /** What the register showed; a derived case saw it through the one that wrote its rows. */
  viewOf(stored: StoredCase): RegisterView
  /** The case and all that came of it. */
  under(caseId: string): readonly Card[]
  place(stored: Omit<StoredCase, 'snapshot' | 'version'>, input: OpenInput): void
  /** False when the case does not hear it. */
  tell(caseId: string, message: Message): boolean
  answer(order: Order, answer: Answer): void
  isWanted(order: Order): boolean
  /** Whether nobody else reports on its persons; from then on the turn is held. */
  takeTurn(caseId: string): boolean
  looked(card: Card, view: RegisterView): void
  /** Its rows stand: whoever looked before looks again. */
  proved(card: Card): void
  isStale(card: Card): boolean
}

export interface TableParts {
  readonly queue: Queue
  /** Answered at once, as the engine does in the transaction. */
  readonly answerPure: (card: Card, effect: Effect) => Answer
  /** Orders that wait for a day. */
  readonly waitForDay: (order: Order) => void
}

export function createTable(parts: TableParts): Table {
  const cards = new Map<string, Writable>()
  const turns = createTurns()
  const children = new Map<string, string[]>()
  const under = (caseId: string): readonly Card[] => [
    card(caseId),
    ...(children.get(caseId) ?? []).flatMap(under),
  ]
  const card = (caseId: string): Writable => {
    const found = cards.get(caseId)
    if (!found) throw new Error(`no case ${caseId}`)
    return found
  }
  const { enter, tell, answer, isWanted } = teller(parts, card, (caseId) => turns.giveUp(caseId))
  return {
    cards,
    card,
    tell,
    answer,
    isWanted,
    under,
    viewOf: ({ id }) => viewFrom(cards, id),
    place(stored, input) {
      const told = open(getDefinition(stored.event), input)
      const first = { ...stored, snapshot: told.snapshot, version: 0 }
      const empty = { view: null, lookedAt: 0, submissions: [], heard: [] }
      cards.set(stored.id, { stored: first, input, ...empty })
      const { parentId } = stored
      if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), stored.id])
      enter(stored.id, told)
    },
    takeTurn: (caseId) => turns.take(caseId, personsOf(card(caseId).stored.snapshot)),
    looked({ stored }, view) {
      const one = card(stored.id)
      one.view = view
      one.lookedAt = turns.now()
    },
    proved({ stored }) {
      const [one, people] = [card(stored.id), personsOf(stored.snapshot)]
      const isFresh = !turns.isChangedSince(one.lookedAt, people)
      turns.proved(people)
      // What a case wrote itself is no news to it.
      if (isFresh) one.lookedAt = turns.now()
    },
    isStale: ({ stored, lookedAt }) => turns.isChangedSince(lookedAt, personsOf(stored.snapshot)),
  }
}

function viewFrom(cards: Table['cards'], caseId: string): RegisterView {
  const found = cards.get(caseId)
  if (found?.view) return found.view
  const parentId = found?.stored.parentId ?? null
  return parentId === null ? emptyView : viewFrom(cards, parentId)
}

/** How a case hears something, and what becomes of what it then asks for. */
function teller(
  { queue, answerPure, waitForDay }: TableParts,
  card: (caseId: string) => Writable,
  giveUpTurn: (caseId: string) => void,
) {
  const isWanted = ({ caseId, effect }: Order): boolean =>
    effect.id in card(caseId).stored.snapshot.context.open
  const ask = (order: Order): void => {
    const { caseId, effect } = order
    const kind = effectClasses[effect.type]
    if (kind === 'timer') waitForDay(order)
    else if (kind !== 'pure') queue.push(order)
    else if (isWanted(order)) answer(order, answerPure(card(caseId), effect))
  }
  const enter = (caseId: string, { snapshot, effects }: Advanced): void => {
    const one = card(caseId)
    const keptTurn = keepsTurn(one.stored.snapshot)
    one.stored = { ...one.stored, snapshot, version: one.stored.version + 1 }
    if (keptTurn && !keepsTurn(snapshot)) {
      giveUpTurn(caseId)
      queue.wake()
    }
    for (const effect of effects) ask({ caseId, effect })
  }
  const tell = (caseId: string, message: Message): boolean => {
    const one = card(caseId)
    const told = advance(getDefinition(one.stored.event), one.stored.snapshot, message)
    if (!told.handled) return false
    one.heard.push(message)
    enter(caseId, told)
    return true
  }
  const answer = (order: Order, value: Answer): void => {
    const { caseId, effect } = order
    if (!tell(caseId, { ...value, effect: effect.id }) && isWanted(order))
      throw new Error(`"${value.type}" is no answer to "${effect.type}"`)
  }
  return { enter, tell, answer, isWanted }
}
