import { randomUUID } from 'node:crypto'
import { EventEmitter, setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

import { type Kysely, sql } from 'kysely'
import { Client, type ClientConfig } from 'pg'

import type { Database } from '../database/schema.ts'

/** A word between processes that there is something new in the tables. It may get lost: whoever listens also looks. */
export interface Hints {
  /** Something was committed. */
  tell(): void
  /** Answers a function that stops the listening. */
  listen(onHint: () => void): () => void
  close(): Promise<void>
}

const CHANNEL = 'sagsgang'
// A notification in every transaction would make all commits wait for one another: one for many does.
const GATHER_MS = 15

export function createHints(db: Kysely<Database>, options: ClientConfig): Hints {
  const emitter = new EventEmitter().setMaxListeners(0)
  const stopped = new AbortController()
  setMaxListeners(0, stopped.signal)
  // Numbers of processes repeat across machines.
  const self = randomUUID()
  let timer: NodeJS.Timeout | null = null
  const notify = () => {
    timer = null
    // Lost hints are made up for by looking.
    void sql`select pg_notify(${CHANNEL}, ${self})`.execute(db).catch(() => {})
  }
  const listening = listenAgain(options, stopped.signal, (from) => {
    if (from !== self) emitter.emit('hint')
  })
  return {
    tell() {
      emitter.emit('hint')
      timer ??= setTimeout(notify, GATHER_MS)
    },
    listen(onHint) {
      emitter.on('hint', onHint)
      return () => emitter.off('hint', onHint)
    },
    async close() {
      if (timer) clearTimeout(timer)
      stopped.abort()
      await listening
    },
  }
}

async function listenAgain(
  options: ClientConfig,
  stop: AbortSignal,
  onHint: (from: string) => void,
): Promise<void> {
  while (!stop.aborted) {
    await listenOnce(options, stop, onHint)
    await wait(1_000, undefined, { signal: stop }).catch(() => {}) // stopped meanwhile
  }
}

async function listenOnce(
  options: ClientConfig,
  stop: AbortSignal,
  onHint: (from: string) => void,
): Promise<void> {
  const client = new Client({ ...options, statement_timeout: 0 })
  const over = new Promise<void>((resolve) => {
    client.once('error', () => resolve())
    client.once('end', () => resolve())
    stop.addEventListener('abort', () => resolve(), { once: true })
  })
  try {
    await client.connect()
    client.on('notification', ({ payload }) => onHint(payload ?? ''))
    await client.query(`listen ${CHANNEL}`)
    await over
  } catch {
    // The loop comes again.
  }
  await client.end().catch(() => {})
}
