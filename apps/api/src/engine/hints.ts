import { randomUUID } from 'node:crypto'
import { EventEmitter, setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

import { type Kysely, sql } from 'kysely'
import { Client, type ClientConfig } from 'pg'

import type { Database } from '../database/schema.ts'

/** A word between processes that there is something new in the tables. It may get lost: whoever listens also looks. */
export interface Hints {
  /** Something was committed; `hasWork` unless nothing is left in the queue by it. */
  tell(hasWork?: boolean): void
  /** Answers a function that stops the listening. */
  listen(onHint: (hasWork: boolean) => void): () => void
  close(): Promise<void>
}

const CHANNEL = 'sagsgang'
const WORK = 'work'
// A notification in every transaction would make all commits wait for one another: one for many does.
const GATHER_MS = 15
// A proxy may let go of a silent connection and tell neither end.
const PING_MS = 10_000
const AGAIN_MS = 1_000

export function createHints(
  db: Kysely<Database>,
  options: ClientConfig,
  pingMs: number = PING_MS,
): Hints {
  const emitter = new EventEmitter().setMaxListeners(0)
  const stopped = new AbortController()
  setMaxListeners(0, stopped.signal)
  // Numbers of processes repeat across machines.
  const self = randomUUID()
  let timer: NodeJS.Timeout | null = null
  let gathered = false
  const notify = () => {
    const word = gathered ? `${self} ${WORK}` : self
    timer = null
    gathered = false
    // Lost hints are made up for by looking.
    void sql`select pg_notify(${CHANNEL}, ${word})`.execute(db).catch(() => {})
  }
  const pass = (word: string) => {
    if (!word.startsWith(self)) emitter.emit('hint', word.endsWith(WORK))
  }
  const listening = listenAgain({ options, pingMs, stop: stopped.signal, onHint: pass })
  return {
    tell(hasWork = true) {
      emitter.emit('hint', hasWork)
      gathered ||= hasWork
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

interface Listening {
  readonly options: ClientConfig
  readonly pingMs: number
  readonly stop: AbortSignal
  readonly onHint: (from: string) => void
}

async function listenAgain(listening: Listening): Promise<void> {
  const { stop } = listening
  while (!stop.aborted) {
    await listenOnce(listening)
    await pause(AGAIN_MS, stop)
  }
}

async function listenOnce({ options, pingMs, stop, onHint }: Listening): Promise<void> {
  const client = new Client({ ...options, statement_timeout: 0 })
  const lost = new AbortController()
  const over = AbortSignal.any([stop, lost.signal])
  // More than once: what is lost is heard of by whoever reads and whoever writes.
  client.on('error', () => lost.abort())
  client.on('end', () => lost.abort())
  try {
    await client.connect()
    client.on('notification', ({ payload }) => onHint(payload ?? ''))
    await client.query(`listen ${CHANNEL}`)
    do await pause(pingMs, over)
    while (!over.aborted && (await answers(client, pingMs)))
  } catch {
    // The loop comes again.
  }
  // One that no longer answers does not take its leave either.
  await Promise.race([client.end().catch(() => {}), pause(AGAIN_MS, stop)])
}

async function answers(client: Client, withinMs: number): Promise<boolean> {
  const waiting = new AbortController()
  // To listen again changes nothing.
  const answered = client.query(`listen ${CHANNEL}`).then(
    () => true,
    () => false,
  )
  const tooLate = pause(withinMs, waiting.signal).then(() => false)
  const isAlive = await Promise.race([answered, tooLate])
  waiting.abort()
  return isAlive
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal }).catch(() => {}) // cut short
}
