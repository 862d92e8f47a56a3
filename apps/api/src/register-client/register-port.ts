import { unknownPnr } from '@sagsgang/events'
import type {
  AbortAnswer,
  Client,
  Dialogue,
  Exchange,
  Fields,
  InitiateAnswer,
  LookUpAnswer,
  PreparedSave,
  SaveAnswer,
  Update,
  ValidateAnswer,
} from '@sagsgang/gctp'
import type { Kysely } from 'kysely'

import type { AuditEntry, Auditor } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Clock } from '../engine/ports.ts'
import { createClients } from './clients.ts'
import { writeRecords } from './write-records.ts'
import type { StoredExchange } from './write-records.ts'

/** On whose behalf the register is asked, and why. */
export interface Caller {
  readonly actor: AuditEntry['actor']
  readonly purpose: string
  readonly caseId: string | null
  readonly effectId: string | null
}

interface LookUpOrder {
  readonly service: string
  readonly keys: Fields
}

/** A save's answer, and its call on the wire to be stored with the outcome. */
interface Saved {
  readonly answer: SaveAnswer
  readonly exchanges: readonly StoredExchange[]
}

/**
 * The only door to the register. Every call is audited before it leaves and after it returns: when the row cannot be
 * written, nothing leaves. A save is audited by its handler, in the transaction of the intent.
 */
export interface RegisterPort {
  /** The day on which it is asked. */
  today(): string
  /** Answers in the order asked. */
  lookUpAll(caller: Caller, orders: readonly LookUpOrder[]): Promise<readonly LookUpAnswer[]>
  lookUp(caller: Caller, order: LookUpOrder): Promise<LookUpAnswer>
  initiate(caller: Caller, update: Update): Promise<InitiateAnswer>
  validate(caller: Caller, dialogue: Dialogue, update: Update): Promise<ValidateAnswer>
  /** Ends a conversation in which nothing is to be saved. One that is not heard lapses by itself. */
  abort(caller: Caller, dialogue: Dialogue): Promise<AbortAnswer>
  prepareSave(dialogue: Dialogue, update: Update): PreparedSave
  save(prepared: PreparedSave): Promise<Saved>
}

export interface RegisterPortDeps {
  readonly db: Kysely<Database>
  /** For everybody who has none of their own. */
  readonly client: Client
  /** As whom somebody signs on alone; null: as everybody does. */
  readonly ownClient?: (actor: AuditEntry['actor']) => Client | null
  readonly auditor: Auditor
  readonly clock: Clock
}

/** So many lookups of one case are under way at a time. */
const width = 4

/** Keys that hold the number of the person whom a call is about, in the order they count. */
const personKeys = ['PNR', 'MPNR', 'FPNR', 'SPNR'] as const

function personOf(keys: Fields): string | null {
  const named = personKeys.map((key) => keys[key]).find((pnr) => pnr && pnr !== unknownPnr)
  return named ?? null
}

interface Call<T> {
  readonly action: string
  readonly order: LookUpOrder
  readonly run: (onExchange: (exchange: Exchange) => void) => Promise<T>
}

export function createRegisterPort(deps: RegisterPortDeps): RegisterPort {
  const clients = createClients(deps.client, deps.ownClient)
  const reading =
    ({ actor }: Caller) =>
    (order: LookUpOrder): Call<LookUpAnswer> => ({
      action: 'register.lookUp',
      order,
      run: (onExchange) => clients.of(actor).lookUp(order.service, order.keys, { onExchange }),
    })
  return {
    today: () => deps.clock.today(),
    lookUpAll: (caller, orders) => audited(deps, caller, orders.map(reading(caller))),
    lookUp: (caller, order) => one(deps, caller, reading(caller)(order)),
    initiate: (caller, update) =>
      one(deps, caller, {
        action: 'update.initiate',
        order: update,
        run: (onExchange) => clients.initiate(caller.actor, update, { onExchange }),
      }),
    validate: (caller, dialogue, update) =>
      one(deps, caller, {
        action: 'update.validate',
        order: update,
        run: (onExchange) =>
          clients.inDialogue(dialogue, caller.actor).validate(dialogue, update, { onExchange }),
      }),
    abort: (caller, dialogue) =>
      one(deps, caller, {
        action: 'update.abort',
        order: dialogue,
        run: (onExchange) =>
          clients.inDialogue(dialogue, caller.actor).abort(dialogue, { onExchange }),
      }),
    prepareSave: (dialogue, update) => deps.client.prepareSave(dialogue, update),
    async save(prepared) {
      const kept = keeping(deps.clock)
      const client = clients.inDialogue(prepared.dialogue, null)
      const answer = await client.save(prepared, { onExchange: kept.onExchange })
      return { answer, exchanges: kept.exchanges }
    },
  }
}

function keeping(clock: Clock) {
  const exchanges: StoredExchange[] = []
  const onExchange = (exchange: Exchange) =>
    void exchanges.push({ ...exchange, at: clock.realNow() })
  return { exchanges, onExchange }
}

/** Noted as intended, carried out, and noted with what came of it. */
async function audited<T extends { readonly type: string }>(
  deps: RegisterPortDeps,
  caller: Caller,
  calls: readonly Call<T>[],
): Promise<readonly T[]> {
  if (calls.length === 0) return []
  const intended = calls.map((call) => entryOf(deps, caller, { call, outcome: 'intended' }))
  await writeRecords(deps.db, caller, { entries: intended, exchanges: [] })
  const { exchanges, onExchange } = keeping(deps.clock)
  const answers = await inTurns(calls, (call) => call.run(onExchange))
  const results = calls.map((call, index) =>
    entryOf(deps, caller, { call, outcome: answers[index]?.type ?? 'failed' }),
  )
  await writeRecords(deps.db, caller, { entries: results, exchanges })
  return answers
}

function entryOf<T>(
  { auditor }: RegisterPortDeps,
  caller: Caller,
  { call, outcome }: { readonly call: Call<T>; readonly outcome: string },
): string {
  return auditor.toJson({
    actor: caller.actor,
    action: call.action,
    outcome,
    caseId: caller.caseId,
    pnr: personOf(call.order.keys),
    purpose: caller.purpose,
    service: call.order.service,
  })
}

async function one<T extends { readonly type: string }>(
  deps: RegisterPortDeps,
  caller: Caller,
  call: Call<T>,
): Promise<T> {
  const [answer] = await audited(deps, caller, [call])
  if (!answer) throw new Error('a call to the register gave no answer')
  return answer
}

/** Runs all, a few at a time, and answers in order. */
async function inTurns<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const waiting = items.entries()
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await run(item)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  return results
}
