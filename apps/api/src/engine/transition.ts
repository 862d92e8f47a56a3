import { getDefinition } from '@sagsgang/events'
import {
  advance,
  type Advanced,
  type Effect,
  effectClasses,
  type Message,
  type Snapshot,
} from '@sagsgang/machines'
import type { Kysely } from 'kysely'

import type { Database, MigratedEntry, OpenedEntry } from '../database/schema.ts'
import type { Answer, EffectHandlers, Looked, PureEffectType, StoredCase } from './ports.ts'

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
  /** What the register has just shown: stored with the step, and judged by in it. */
  readonly looked: Looked | null
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
    looked: null,
  }
}

/** The course of a case that nobody has told anything yet. */
export function standing(stored: StoredCase, looked: Looked | null = null): Course {
  return { case: stored, entries: [], asked: [], dropped: [], looked }
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
    ...course,
    case: { ...course.case, snapshot: advanced.snapshot, version: seq },
    entries: [...course.entries, entry],
    asked: [...course.asked.filter(({ id }) => !gone.has(id)), ...effects],
    dropped: [...course.dropped, ...dropped],
  }
}

/** Answers the pure effects, and those they lead to, until only work for the queue is left. */
export async function answerPure(
  db: Kysely<Database>,
  handlers: PureHandlers,
  course: Course,
): Promise<Course> {
  const next = course.asked.find(isPure)
  if (!next) return course
  if (course.entries.length > MOST_ENTRIES)
    throw new Error(`case ${course.case.id} goes in circles`)
  const answer = await answerOf(db, handlers, course, next)
  const taken = take(course, { ...answer, effect: next.id }, 'system')
  const answered = { ...taken, asked: taken.asked.filter(({ id }) => id !== next.id) }
  return answerPure(db, handlers, answered)
}

type PureEffect = Extract<Effect, { type: PureEffectType }>

function isPure(effect: Effect): effect is PureEffect {
  return effectClasses[effect.type] === 'pure'
}

function answerOf(
  db: Kysely<Database>,
  handlers: PureHandlers,
  { case: stored, looked }: Course,
  effect: PureEffect,
): Promise<Answer> {
  const view = looked?.view ?? null
  return effect.type === 'check'
    ? handlers.check(db, { case: stored, effect, view })
    : handlers.offer(db, { case: stored, effect, view })
}
