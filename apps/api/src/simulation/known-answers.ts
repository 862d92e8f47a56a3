import type { WrittenEffect } from './queue-book.ts'
import type { Result, Statement } from './store.ts'

/** What the server would answer to a statement that it need not be asked. */
export interface KnownAnswers {
  find(statement: Statement): Result | undefined
  /** What was answered by itself, rather than within a transaction. */
  heard(statement: Statement, result: Result): void
}

export interface KnownAnswersParts {
  readonly effects: () => readonly WrittenEffect[]
  readonly now: () => number
  /** How far the register's clock is ahead. */
  readonly offset: () => number
  /** How often the server has begun. */
  readonly starts: () => number
}

/** Which server it is: another one only after a failover. */
const NAMES_SERVER = 'pg_control_system'
/** Takes whatever is due. */
const isClaim = (text: string) => text.includes('skip locked') && text.includes('effect_fences')
const UNRENEWED_MS = 90_000
const SPARED_MS = 15_000
// One that takes what it must not would never be met if nobody looked when there is nothing.
const ASKED_ANYWAY = 32

/** Asks the server everything: a statement that was spoilt may find what the whole one would not. */
export const knowsNothing: KnownAnswers = { find: () => undefined, heard: () => {} }

const none: Result = { command: 'SELECT', rowCount: 0, rows: [] }

export function createKnownAnswers(parts: KnownAnswersParts): KnownAnswers {
  let inVain = 0
  let server: { readonly starts: number; readonly result: Result } | null = null
  return {
    find(statement) {
      const { text } = statement
      if (text.includes(NAMES_SERVER))
        return server?.starts === parts.starts() ? server.result : undefined
      if (!isClaim(text) || isAnythingDue(parts, statement)) return undefined
      inVain += 1
      return inVain % ASKED_ANYWAY === 0 ? undefined : none
    },
    heard({ text }, result) {
      if (text.includes(NAMES_SERVER)) server = { starts: parts.starts(), result }
    },
  }
}

/** Whether anything could be given to whoever asks for it. */
function isAnythingDue(
  { effects, now, offset }: KnownAnswersParts,
  { text, values }: Statement,
): boolean {
  const at = now()
  const latest = { real: at, register: at + offset() }
  const isMeant = kindOf(text, values)
  return effects().some(
    (one) =>
      one.state === 'open' &&
      one.due <= latest[one.clock] &&
      isMeant(one) &&
      isFree(one, values, at),
  )
}

/** Saves whose holder is dead, what has ended several processes, or what is of these classes. */
function kindOf(text: string, values: Statement['values']): (effect: WrittenEffect) => boolean {
  if (text.includes("values ('update')"))
    return ({ leased, ...one }) => leased && one.class === 'update'
  const classes = values.find((value) => Array.isArray(value)) ?? []
  const isSuspect = text.includes('losses > 1')
  return ({ losses, ...one }) => losses > 1 === isSuspect && classes.includes(one.class)
}

function isFree(effect: WrittenEffect, values: Statement['values'], now: number): boolean {
  const { leased, leaseUntil, fence, worker, created } = effect
  const fences = values.filter((value) => typeof value === 'bigint')
  if (!leased)
    return (
      worker === null || values.includes(worker) || fences.length > 0 || created < now - SPARED_MS
    )
  const isUnrenewed = leaseUntil !== null && leaseUntil < now + UNRENEWED_MS
  return isUnrenewed || fences.some((last) => BigInt(fence ?? 0) <= last)
}
