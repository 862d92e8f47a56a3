import type { PostgresPool, PostgresPoolClient } from 'kysely'

import type { Life } from './life.ts'
import type { Points } from './points.ts'
import type { Scheduler } from './scheduler.ts'
import { labelOf } from './statement-label.ts'
import { type CommitFault, storeErrors, type StoreFaults } from './store-faults.ts'
import type { Held, Result, Statement, Store } from './store.ts'

/** The way of one process to the store: everything it says waits for its turn, and may be cut off. */
export interface PoolParts {
  readonly life: Life
  readonly store: Store
  readonly scheduler: Scheduler
  readonly faults: StoreFaults
  readonly points: Points
  readonly note: (life: Life, what: string) => void
}

interface Line {
  readonly epoch: number
  held: Held | null
  isBroken: boolean
}

const nothing: Result = { command: '', rowCount: 0, rows: [] }

export function createPool(parts: PoolParts): PostgresPool {
  const { faults, scheduler } = parts
  return {
    options: {},
    end: () => Promise.resolve(),
    connect: () => {
      if (scheduler.now() < faults.awayUntil) return Promise.reject(storeErrors.refused())
      const line: Line = { epoch: faults.epoch, held: null, isBroken: false }
      const query = (text: string, values: readonly unknown[] = []) =>
        say(parts, line, { text, values })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- cursors are the other overload, and nobody uses them
      const client = { query, release: () => {} } as unknown as PostgresPoolClient
      return Promise.resolve(client)
    },
  }
}

function say(parts: PoolParts, line: Line, statement: Statement): Promise<Result> {
  if (!parts.life.isAlive) return new Promise(() => {})
  if (statement.text.startsWith('begin')) return begin(parts, line)
  if (statement.text === 'commit') return commit(parts, line)
  if (statement.text === 'rollback') return rollback(parts, line)
  return carryOut(parts, line, statement)
}

/** Throws where the line is no longer one. */
function mustStand({ faults, scheduler, store }: PoolParts, line: Line): void {
  if (line.isBroken) throw storeErrors.dead()
  const isAway = scheduler.now() < faults.awayUntil
  if (!isAway && line.epoch === faults.epoch && line.held?.isOver !== true) return
  cut(store, line)
  throw isAway ? storeErrors.shutDown() : storeErrors.lost()
}

function cut(store: Store, line: Line): void {
  if (line.held) store.rollback(line.held)
  line.isBroken = true
}

function begin(parts: PoolParts, line: Line): Promise<Result> {
  const { life, store, scheduler, points } = parts
  return scheduler.turn({
    who: life,
    what: 'begin',
    isFree: () => store.holder() === null,
    act: () => {
      if (points.pass(life, 'begin.before')) return nothing
      mustStand(parts, line)
      line.held = store.begin(life)
      return nothing
    },
  })
}

function carryOut(parts: PoolParts, line: Line, statement: Statement): Promise<Result> {
  const { life, store, scheduler, points, faults } = parts
  const { text: label, writes } = labelOf(statement.text)
  const { held } = line
  return scheduler.turn({
    who: life,
    what: null,
    at: scheduler.now() + faults.delay(),
    // A line whose transaction was taken away hears so at once.
    isFree: () => store.holder() === null || store.holder() === held || held?.isOver === true,
    act: async () => {
      if (points.pass(life, `${label}.before`, held?.labels)) return nothing
      mustStand(parts, line)
      if (faults.losesLine()) {
        parts.note(life, `${label} lost`)
        cut(store, line)
        throw storeErrors.lost()
      }
      const result = held
        ? await store.run(held, statement)
        : await alone(parts, line, { statement, writes })
      parts.note(life, `${label} ${result.rowCount ?? 0}`)
      points.pass(life, `${label}.after`, held?.labels)
      return result
    },
  })
}

/** It is its own transaction, and meets the fate of one. */
async function alone(
  { life, store, faults, note }: PoolParts,
  line: Line,
  { statement, writes }: { readonly statement: Statement; readonly writes: boolean },
): Promise<Result> {
  if (!writes) return store.alone(life, statement, true)
  const fault = faults.foresee()
  const result = await store.alone(life, statement, fault === null || fault === 'unknownDone')
  if (fault === null || result.rowCount === 0) return result
  faults.befell(fault)
  note(life, `${labelOf(statement.text).text} ${fault}`)
  return fail(line, fault)
}

/** A full disk leaves the line as it is; everything else is the line that broke. */
function fail(line: Line, fault: CommitFault): never {
  if (fault === 'diskFull') throw storeErrors.diskFull()
  line.isBroken = true
  throw storeErrors.lost()
}

function commit(parts: PoolParts, line: Line): Promise<Result> {
  const { life, scheduler, points } = parts
  const { held } = line
  return scheduler.turn({
    who: life,
    what: null,
    act: async () => {
      if (points.pass(life, 'commit.before', held?.labels)) return nothing
      mustStand(parts, line)
      line.held = null
      if (held) await end(parts, line, held)
      points.pass(life, 'commit.after', held?.labels)
      return { ...nothing, command: 'COMMIT' }
    },
  })
}

async function end(
  { life, store, faults, note }: PoolParts,
  line: Line,
  held: Held,
): Promise<void> {
  const fault = held.writes ? faults.foresee() : null
  note(life, `commit ${held.labels.join(', ')}${fault === null ? '' : ` ${fault}`}`)
  if (fault === 'diskFull' || fault === 'unknownUndone') store.rollback(held)
  else await store.commit(held)
  if (fault === null) return
  faults.befell(fault)
  fail(line, fault)
}

function rollback(parts: PoolParts, line: Line): Promise<Result> {
  const { life, store, scheduler } = parts
  return scheduler.turn({
    who: life,
    what: 'rollback',
    act: () => {
      if (line.isBroken) throw storeErrors.dead()
      if (line.held) store.rollback(line.held)
      line.held = null
      return { ...nothing, command: 'ROLLBACK' }
    },
  })
}
