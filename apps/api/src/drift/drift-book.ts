import { codesOfField, meaningOf } from '@sagsgang/events'
import { findDrift } from '@sagsgang/gctp'
import type { Drift, FindService, Profile, ServiceField, ToldReply } from '@sagsgang/gctp'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'

import type { Database } from '../database/schema.ts'
import { describeError } from '../describe-error.ts'
import type { Timers } from '../edges.ts'
import type { Clock } from '../engine/ports.ts'
import { type MetDrift, writeDrift } from './write-drift.ts'

/** Takes down how the register's answers differ from what is described. */
export interface DriftBook {
  /** Never throws and never waits: whoever asked the register goes on. */
  readonly told: (told: ToldReply) => void
  /** Writes down what was met; what cannot be written is kept for the next time. */
  readonly write: () => Promise<void>
  /** Writes down the last of it. */
  readonly stop: () => Promise<void>
}

interface DriftBookDeps {
  readonly db: Kysely<Database>
  readonly clock: Pick<Clock, 'realNow'>
  readonly timers: Pick<Timers, 'every'>
  readonly profile: Profile
  readonly findService: FindService
  readonly log: Pick<Logger, 'warn' | 'error'>
}

const WRITE_MS = 5_000
// A register that answers with nothing but news is not worth more memory than this.
const MOST_MET = 500

export function createDriftBook(deps: DriftBookDeps): DriftBook {
  const { db, timers, log } = deps
  const met = new Map<string, MetDrift>()
  let writing = Promise.resolve()
  const put = (one: MetDrift) => {
    const key = [one.service, one.type, one.place].join('\n')
    const earlier = met.get(key)
    if (earlier !== undefined || met.size < MOST_MET) met.set(key, together(earlier, one))
  }
  const writeMet = async () => {
    if (met.size === 0) return
    const taken = [...met.values()]
    met.clear()
    try {
      await writeDrift(db, taken)
    } catch (error) {
      for (const one of taken) put(one)
      log.warn(describeError(error), 'drift was not written down')
    }
  }
  const write = () => (writing = writing.then(writeMet))
  const told = (reply: ToldReply) => {
    try {
      for (const one of meet(reply, deps)) put(one)
    } catch (error) {
      log.error(describeError(error), 'an answer could not be looked at')
    }
  }
  const stopWriting = timers.every(WRITE_MS, () => void write())
  const stop = () => {
    stopWriting()
    return write()
  }
  return { told, write, stop }
}

function meet({ service, read }: ToldReply, deps: DriftBookDeps): readonly MetDrift[] {
  const { profile, clock, findService, log } = deps
  const found = findDrift(read, { service: findService(service), profile, isKnownCode })
  if (found.some(isAlarm)) log.error({ service }, 'an answer was about something else than asked')
  const at = clock.realNow()
  return found.map((drift) => ({ service, ...drift, count: 1, firstAt: at, lastAt: at }))
}

/** What no register should ever do: it answered one question with another's answer. */
export function isAlarm({
  type,
  place,
}: Pick<Drift, 'place'> & { readonly type: string }): boolean {
  return type === 'unreadable' && place === 'mismatch'
}

const isKnownCode = (field: ServiceField, value: string): boolean =>
  codesOfField(field) === undefined || meaningOf(field, value) !== undefined

/** The sample that was met last stands for all. */
function together(earlier: MetDrift | undefined, later: MetDrift): MetDrift {
  if (earlier === undefined) return later
  const [firstAt, lastAt] = [
    earlier.firstAt < later.firstAt ? earlier.firstAt : later.firstAt,
    earlier.lastAt > later.lastAt ? earlier.lastAt : later.lastAt,
  ]
  return { ...later, count: earlier.count + later.count, firstAt, lastAt }
}
