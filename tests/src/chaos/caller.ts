import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { TRPCClientError } from '@trpc/client'
import { z } from 'zod'

import {
  createProcedures,
  type CaseView,
  type Command,
  type Form,
  type Procedures,
} from '../api.ts'
import type { Random } from './random.ts'

/** What was answered, written down by whoever asked: it must be found again, whatever has been killed since. */
export interface Acknowledged {
  readonly caseId: string
  readonly user: string
  readonly message: string
  /** Where it must stand in the journal; null where the order named no version. */
  readonly seq: number | null
}

/** Turned away for good, by a stable word. */
export class Refused extends Error {
  override name = 'Refused'
}

interface Ledger {
  readonly acknowledged: Acknowledged[]
  /** Two answers to one order that do not agree. */
  readonly disagreements: string[]
  /** Orders that nobody answered in time: they may have been taken in or not. */
  unanswered: number
  /** Orders that were sent again because an answer did not come. */
  repeated: number
  /** Sent to two at once, on purpose. */
  doubled: number
}

export interface Caller {
  readonly ledger: Ledger
  /** Asks any node that answers. */
  ask<T>(user: string, question: (api: Procedures) => Promise<T>): Promise<T>
  open(user: string, order: { event: string; data: Form }): Promise<CaseView>
  command(user: string, seen: CaseView, command: Command): Promise<CaseView>
  undo(user: string, caseId: string): Promise<CaseView>
  correct(user: string, caseId: string, data: Form): Promise<CaseView>
}

const PATIENCE_MS = 90_000
const CALL_MS = 15_000
const TWICE = 0.12
const purpose = 'Anmeldelse modtaget på selvbetjeningen'
const reason = 'Indtastet ved en fejl'

/** A client as one should be: the same order with the same key to another node, until somebody answers. */
export function createCaller(urls: readonly string[], random: Random): Caller {
  const known = new Map<string, Procedures>()
  const ledger: Ledger = {
    acknowledged: [],
    disagreements: [],
    unanswered: 0,
    repeated: 0,
    doubled: 0,
  }
  const at = (url: string, user: string): Procedures => {
    const key = `${user}@${url}`
    const found = known.get(key) ?? createProcedures(url, user, CALL_MS)
    known.set(key, found)
    return found
  }

  const persist = async <T>(user: string, first: number, call: Call<T>): Promise<T> => {
    const deadline = Date.now() + PATIENCE_MS
    for (let turn = first; ; turn += 1) {
      try {
        return await call(at(urls[turn % urls.length] ?? '', user))
      } catch (error) {
        const word = refusalIn(error)
        if (word !== null) throw new Refused(word, { cause: error })
        if (Date.now() > deadline) throw new Refused(unanswered, { cause: error })
      }
      ledger.repeated += 1
      await wait(random.between(100, 600))
    }
  }

  const ask = <T>(user: string, question: Call<T>): Promise<T> =>
    persist(user, random.between(0, urls.length - 1), question)

  /** Once, or twice at the same time: one case comes of it either way. */
  const order = async (user: string, call: Call<CaseView>): Promise<CaseView> => {
    const first = random.between(0, urls.length - 1)
    const isDoubled = random.chance(TWICE)
    if (isDoubled) ledger.doubled += 1
    const starts = isDoubled ? [first, first + 1] : [first]
    const told = await Promise.allSettled(starts.map((start) => persist(user, start, call)))
    return agree(ledger, told)
  }

  const keep = (one: Acknowledged) => void ledger.acknowledged.push(one)

  return {
    ledger,
    ask,
    async open(user, { event, data }) {
      const input = { event, data, purpose, idempotencyKey: randomUUID() }
      const answer = await order(user, (api) => api.cases.open.mutate(input))
      keep({ caseId: answer.caseId, user, message: 'open', seq: 1 })
      return answer
    },
    async command(user, { caseId, version: expectedVersion }, command) {
      const input = { caseId, expectedVersion, idempotencyKey: randomUUID(), command }
      const answer = await order(user, (api) => api.cases.command.mutate(input))
      keep({ caseId, user, message: command.type, seq: expectedVersion + 1 })
      return answer
    },
    async undo(user, caseId) {
      const input = { caseId, reason, idempotencyKey: randomUUID() }
      const answer = await order(user, (api) => api.cases.undo.mutate(input))
      keep({ caseId, user, message: 'undo', seq: null })
      return answer
    },
    async correct(user, caseId, data) {
      const input = { caseId, data, reason, idempotencyKey: randomUUID() }
      const answer = await order(user, (api) => api.cases.correct.mutate(input))
      keep({ caseId, user, message: 'correct', seq: null })
      return answer
    },
  }
}

/** Of two answers to one order, both must say the same. */
function agree(ledger: Ledger, told: readonly PromiseSettledResult<CaseView>[]): CaseView {
  const answers = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const words = told.flatMap((one) => (one.status === 'rejected' ? [wordOf(one.reason)] : []))
  ledger.unanswered += words.filter((word) => word === unanswered).length
  const [answer, other] = answers
  if (!answer) throw new Refused(words[0] ?? unanswered)
  if (other && answer.caseId !== other.caseId)
    ledger.disagreements.push(`one order, two cases: ${answer.caseId} and ${other.caseId}`)
  for (const word of words.filter((one) => one !== unanswered))
    ledger.disagreements.push(`one order, taken in and refused as ${word}: ${answer.caseId}`)
  return answer
}

const unanswered = 'unanswered'

type Call<T> = (api: Procedures) => Promise<T>

const refusal = z.object({ reason: z.string() })
/** Words for what is over in a moment: the same order is given again. */
const passing = new Set(['internal', 'storeUnavailable', 'notOpenedYet'])

/** Null where the order may be given again, as it is not known what came of it. */
function refusalIn(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) throw error
  const data = refusal.safeParse(error.data)
  return data.success && !passing.has(data.data.reason) ? data.data.reason : null
}

const wordOf = (error: unknown): string => (error instanceof Refused ? error.message : unanswered)
