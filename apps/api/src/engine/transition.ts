import { getDefinition } from '@sagsgang/events'
import {
  advance,
  type Advanced,
  type Effect,
  effectClasses,
  type Message,
  type Snapshot,
} from '@sagsgang/machines'
import type { Transaction } from 'kysely'

import type { Database, MigratedEntry, OpenedEntry } from '../database/schema.ts'
import type { Answer, EffectHandlers, EffectRun, PureEffectType, StoredCase } from './ports.ts'

interface Entry {
  readonly seq: number
  readonly actor: string
  readonly message: Message | OpenedEntry | MigratedEntry
  readonly effects: readonly Effect[]
  readonly dropped: readonly string[]
  readonly snapshot: Snapshot
}

/** Where one message leads, the effects answered on the spot included: an entry for each message taken in. */
export interface Course {
  readonly case: StoredCase
  readonly entries: readonly Entry[]
  /** Still wanted when all is said, for the queue. */
  readonly asked: readonly Effect[]
  readonly dropped: readonly string[]
}

export type PureHandlers = Pick<EffectHandlers, PureEffectType>

// Two checks, an offer, and a good margin: more would be a machine that asks itself in circles.
const MOST_ENTRIES = 50

/** The course of a case that has just been opened. */
export function begin(stored: StoredCase, opened: OpenedEntry, advanced: Advanced): Course {
  const { snapshot, effects } = advanced
  const entry = { seq: 1, actor: stored.openedBy, message: opened, effects, dropped: [], snapshot }
  return {
    case: { ...stored, snapshot, version: 1 },
    entries: [entry],
    asked: effects,
    dropped: [],
  }
}

/** The course of a case that nobody has told anything yet. */
export function standing(stored: StoredCase): Course {
  return { case: stored, entries: [], asked: [], dropped: [] }
}

/** Takes one message in; the same course when the case does not hear it. */
export function take(course: Course, message: Message, actor: string): Course {
  const { snapshot, version, event } = course.case
  const advanced = advance(getDefinition(event), snapshot, message)
  if (!advanced.handled) return course
  const seq = version + 1
  const { effects, dropped } = advanced
  const entry = { seq, actor, message, effects, dropped, snapshot: advanced.snapshot }
  const gone = new Set(dropped)
  return {
    case: { ...course.case, snapshot: advanced.snapshot, version: seq },
    entries: [...course.entries, entry],
    asked: [...course.asked.filter(({ id }) => !gone.has(id)), ...effects],
    dropped: [...course.dropped, ...dropped],
  }
}

/** Answers the pure effects in this transaction, and those they lead to, until only work for the queue is left. */
export async function answerPure(
  trx: Transaction<Database>,
  handlers: PureHandlers,
  course: Course,
): Promise<Course> {
  const next = course.asked.find(isPure)
  if (!next) return course
  if (course.entries.length > MOST_ENTRIES)
    throw new Error(`case ${course.case.id} goes in circles`)
  const answer = await answerOf(trx, handlers, { case: course.case, effect: next })
  const taken = take(course, { ...answer, effect: next.id }, 'system')
  const answered = { ...taken, asked: taken.asked.filter(({ id }) => id !== next.id) }
  return answerPure(trx, handlers, answered)
}

/** Whether something must be looked at in the store before the course is whole. */
export function needsAnswers(course: Course): boolean {
  return course.asked.some(isPure)
}

type PureEffect = Extract<Effect, { type: PureEffectType }>

function isPure(effect: Effect): effect is PureEffect {
  return effectClasses[effect.type] === 'pure'
}

function answerOf(
  trx: Transaction<Database>,
  handlers: PureHandlers,
  run: Omit<EffectRun<PureEffectType>, 'fence' | 'attempts'>,
): Promise<Answer> {
  const { effect } = run
  return effect.type === 'check'
    ? handlers.check(trx, { case: run.case, effect })
    : handlers.offer(trx, { case: run.case, effect })
}
