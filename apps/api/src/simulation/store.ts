import type { Client } from 'pg'

import type { Life } from './life.ts'
import type { Commit } from './run.ts'
import { labelOf } from './statement-label.ts'

/**
 * What a world of one seed keeps. All of it lies in one transaction of the server that is undone at the end; each of the
 * engine's transactions is a savepoint in it. What ends one is said together with what begins the next.
 */
export interface Store {
  /** Nobody else's statement runs while a transaction is open. */
  holder(): Held | null
  begin(life: Life): Held
  run(held: Held, statement: Statement): Promise<Result>
  commit(held: Held): Promise<void>
  rollback(held: Held): void
  /** One statement that commits by itself, unless it wrote something and is not to be kept. */
  alone(life: Life, statement: Statement, isKept?: () => boolean): Promise<Result>
  /** A look from outside: no time passes. */
  look<R>(text: string, values: readonly unknown[]): Promise<readonly R[]>
  readonly commits: () => number
  readonly statements: () => number
  /** From the next commit of this kind on, everything can be forgotten again; `onMarked` hears of it. */
  markNext(isMeant: (held: Held) => boolean, onMarked: () => void): void
  /** Forgets everything from the marked commit on; null where none was. */
  forget(): { readonly from: number } | null
}

/** A transaction under way. */
export interface Held {
  readonly life: Life
  readonly savepoint: string
  readonly labels: string[]
  writes: boolean
  isOver: boolean
}

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

export interface Result {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: readonly Record<string, unknown>[]
}

export interface StoreParts {
  readonly client: Client
  readonly now: () => number
  /** How often the server has begun. */
  readonly starts: () => number
  /** After each commit that wrote something. */
  readonly onCommit: (commit: Commit) => Promise<void>
  /** A text as it is to be sent. */
  readonly rewrite: (text: string) => string
  readonly nameOf: (text: string) => string
}

function settingsAt(now: number, starts: number): string {
  return `set simulation.now = '${new Date(now).toISOString()}';set simulation.starts = ${starts};`
}

interface Mark {
  readonly savepoint: string
  readonly commit: number
}

interface Marking {
  readonly isMeant: (held: Held) => boolean
  readonly onMarked: () => void
}

export function createStore({ client, now, starts, onCommit, rewrite, nameOf }: StoreParts): Store {
  let held: Held | null = null
  // What is still to be said before anything else: how the last transaction ended.
  let unsaid = ''
  let toldNow: number | null = null
  let broken: { readonly cause: unknown } | null = null
  let [savepoints, commits, statements] = [0, 0, 0]
  let mark: Mark | null = null
  let marking: Marking | null = null

  const say = (more = ''): void => {
    const moment = toldNow === now() ? '' : settingsAt(now(), starts())
    const text = `${unsaid}${moment}${more}`
    unsaid = ''
    toldNow = now()
    // Not waited for: should it fail, so does everything after it.
    if (text !== '') void client.query(text).catch((cause: unknown) => void (broken ??= { cause }))
  }
  const send = ({ text, values }: Statement): Promise<Result> => {
    if (broken) throw new Error('the server of the simulation stands no longer', broken)
    statements += 1
    const sent = rewrite(text)
    return client.query({ text: sent, values: [...values], name: nameOf(sent) })
  }
  const open = (life: Life): Held => {
    savepoints += 1
    const savepoint = `s${savepoints}`
    say(`savepoint ${savepoint};`)
    return { life, savepoint, labels: [], writes: false, isOver: false }
  }
  const keep = async (one: Held): Promise<void> => {
    one.isOver = true
    if (held === one) held = null
    if (mark === null && one.writes && marking?.isMeant(one) === true) {
      mark = { savepoint: one.savepoint, commit: commits + 1 }
      marking.onMarked()
      marking = null
    } else unsaid += `release savepoint ${one.savepoint};`
    if (!one.writes) return
    commits += 1
    await onCommit({ number: commits, by: one.life.name, statements: one.labels })
  }
  const undo = (one: Held): void => {
    if (one.isOver) return
    one.isOver = true
    if (held === one) held = null
    unsaid += `rollback to savepoint ${one.savepoint};release savepoint ${one.savepoint};`
    toldNow = null
  }
  const run = async (one: Held, statement: Statement): Promise<Result> => {
    const { text, writes } = labelOf(statement.text)
    one.labels.push(text)
    const result = await send(statement)
    if (writes && result.rowCount !== 0) one.writes = true
    return result
  }
  return {
    holder: () => held,
    begin(life) {
      held = open(life)
      return held
    },
    run,
    commit: keep,
    rollback: undo,
    async alone(life, statement, isKept = () => true) {
      if (/^\s*select/u.test(statement.text)) {
        say()
        return send(statement)
      }
      const one = open(life)
      try {
        const result = await run(one, statement)
        if (!one.writes || isKept()) await keep(one)
        else undo(one)
        return result
      } catch (error) {
        undo(one)
        throw error
      }
    },
    async look<R>(text: string, values: readonly unknown[]) {
      say()
      const { rows } = await client.query({ text, values: [...values], name: nameOf(text) })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller knows what it asks for
      return rows as readonly R[]
    },
    commits: () => commits,
    statements: () => statements,
    markNext(isMeant, onMarked) {
      marking = { isMeant, onMarked }
    },
    forget() {
      if (mark === null) return null
      const { savepoint, commit } = mark
      // Named last, it undoes the others with it, whatever became of them.
      unsaid = `rollback to savepoint ${savepoint};release savepoint ${savepoint};`
      if (held) held.isOver = true
      // Whoever remembers what they saw at a commit has to look again.
      commits += 1
      ;[held, toldNow, mark] = [null, null, null]
      return { from: commit }
    },
  }
}
