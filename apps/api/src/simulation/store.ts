import type { KnownAnswers } from './known-answers.ts'
import type { Life } from './life.ts'
import { type QueueBook, readWritten, type WrittenEffect } from './queue-book.ts'
import type { Commit } from './run.ts'
import type { ServerLine } from './server-line.ts'
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
  /** One statement that commits by itself, unless it is not to be kept. */
  alone(life: Life, statement: Statement, isKept: boolean): Promise<Result>
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
  /** Time stands still in it: what `now()` is, it is from the beginning on. */
  readonly at: number
  /** Null where nothing will ever be undone. */
  readonly savepoint: string | null
  readonly labels: string[]
  /** What it wrote into the queue. */
  readonly written: WrittenEffect[]
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
  readonly line: ServerLine
  readonly now: () => number
  readonly queue: QueueBook
  readonly known: KnownAnswers
  /** After each commit that wrote something. */
  readonly onCommit: (commit: Commit) => Promise<void>
  /** A text as it is to be sent. */
  readonly rewrite: (text: string) => string
  /** Whether a statement that is spoken alone may be refused. */
  readonly mayFail: (label: string) => boolean
}

/** The savepoint of a commit that can be forgotten, and everything after it. */
interface Mark {
  readonly savepoint: string
  readonly commit: number
}

interface Marking {
  readonly isMeant: (held: Held) => boolean
  readonly onMarked: () => void
}

interface State extends StoreParts {
  held: Held | null
  savepoints: number
  /** The savepoint of what is committed since: it is let go of together with what comes next. */
  unreleased: string | null
  commits: number
  mark: Mark | null
  marking: Marking | null
}

export function createStore(parts: StoreParts): Store {
  const { line } = parts
  const state: State = {
    ...parts,
    held: null,
    savepoints: 0,
    unreleased: null,
    commits: 0,
    mark: null,
    marking: null,
  }
  return {
    holder: () => state.held,
    begin(life) {
      state.held = open(state, life)
      return state.held
    },
    run: (held, statement) => run(state, held, statement),
    commit: (held) => keep(state, held),
    rollback: (held) => undo(state, held),
    alone: (life, statement, isKept) => alone(state, { life, statement, isKept }),
    async look<R>(text: string, values: readonly unknown[]) {
      const { rows } = await line.send({ text, values, at: parts.now() })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller knows what it asks for
      return rows as readonly unknown[] as readonly R[]
    },
    commits: () => state.commits,
    statements: line.count,
    markNext(isMeant, onMarked) {
      state.marking = { isMeant, onMarked }
    },
    forget: () => forget(state),
  }
}

function open(state: State, life: Life, undoes = true): Held {
  const savepoint = undoes ? begin(state) : null
  const at = state.now()
  return { life, at, savepoint, labels: [], written: [], writes: false, isOver: false }
}

function begin(state: State): string {
  const { unreleased } = state
  state.savepoints += 1
  const savepoint = `s${state.savepoints}`
  const release = unreleased === null ? '' : `release savepoint ${unreleased};`
  state.line.putOff(`${release}savepoint ${savepoint};`)
  state.unreleased = null
  return savepoint
}

async function run(state: State, held: Held, { text, values }: Statement): Promise<Result> {
  const label = labelOf(text)
  held.labels.push(label.text)
  const result = await tell(state, { text, values }, held)
  if (label.writes && result.rowCount !== 0) held.writes = true
  return result
}

/** What a statement that fails wrote is gone with it. */
async function tell(
  { line, rewrite }: State,
  { text, values }: Statement,
  { written, at }: Held,
): Promise<Result> {
  line.takeTold()
  const result = await line.send({ text: rewrite(text), values, at })
  written.push(...readWritten(line.takeTold()))
  return result
}

async function keep(state: State, held: Held): Promise<void> {
  close(state, held)
  const { savepoint } = held
  if (savepoint !== null && !markAt(state, { ...held, savepoint })) state.unreleased = savepoint
  state.queue.write(held.written)
  if (!held.writes) return
  state.commits += 1
  const { life, labels: statements } = held
  await state.onCommit({ number: state.commits, by: life.name, statements })
}

function close(state: State, held: Held): void {
  held.isOver = true
  if (state.held === held) state.held = null
}

function markAt(state: State, held: Held & { readonly savepoint: string }): boolean {
  const { mark, marking, commits } = state
  if (mark !== null || !held.writes || marking?.isMeant(held) !== true) return false
  state.mark = { savepoint: held.savepoint, commit: commits + 1 }
  state.queue.mark()
  state.marking = null
  marking.onMarked()
  return true
}

function undo(state: State, held: Held): void {
  if (held.isOver) return
  close(state, held)
  if (held.savepoint !== null) backTo(state, held.savepoint)
}

function backTo({ line }: State, savepoint: string): void {
  line.putOff(`rollback to savepoint ${savepoint};release savepoint ${savepoint};`)
  line.forgetTime()
}

interface Alone {
  readonly life: Life
  readonly statement: Statement
  readonly isKept: boolean
}

async function alone(state: State, { life, statement, isKept }: Alone): Promise<Result> {
  const known = state.known.find(statement)
  if (known) return known
  if (/^\s*select/u.test(statement.text) && !labelOf(statement.text).writes) {
    const { text, values } = statement
    const result = await state.line.send({ text: state.rewrite(text), values, at: state.now() })
    state.known.heard(statement, result)
    return result
  }
  const held = open(state, life, mayBeUndone(state, { statement, isKept }))
  try {
    const result = await run(state, held, statement)
    if (!held.writes || isKept) await keep(state, held)
    else undo(state, held)
    return result
  } catch (error) {
    if (held.savepoint === null) state.line.breakOff(error)
    undo(state, held)
    throw error
  }
}

/** A savepoint costs as much as a statement, and most of those that are spoken alone are never refused. */
function mayBeUndone(
  { marking, mayFail }: State,
  { statement, isKept }: Pick<Alone, 'statement' | 'isKept'>,
): boolean {
  return !isKept || marking !== null || mayFail(labelOf(statement.text).text)
}

function forget(state: State): { readonly from: number } | null {
  const { mark, held } = state
  if (mark === null) return null
  if (held) close(state, held)
  // It takes the later ones with it, whatever became of them.
  backTo(state, mark.savepoint)
  state.unreleased = null
  state.mark = null
  state.queue.goBack()
  // Whoever remembers what they saw at a commit has to look again.
  state.commits += 1
  return { from: mark.commit }
}
