import type { Receipt, SaveAnswer } from '@sagsgang/gctp'

import type { EffectDeps } from '../effects/deps.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import type { Twin } from './run.ts'

/** What is wrong with a twin, told when it shows. */
export type Spoiling = (show: () => void) => Omit<Twin, 'name'>

/** A reply as it came over the wire. */
type Misreading = (answer: SaveAnswer, reply: string) => SaveAnswer | undefined

/** Takes a reply to a save for what it is not. */
function misreading(misread: Misreading): Spoiling {
  return (show) => ({
    effectDeps: (deps) =>
      withPort(deps, {
        save: async (prepared) => {
          const saved = await deps.port.save(prepared)
          const answer = misread(saved.answer, saved.exchanges.at(-1)?.reply ?? '')
          if (!answer) return saved
          show()
          return { ...saved, answer }
        },
      }),
  })
}

function withPort(deps: EffectDeps, change: Partial<RegisterPort>): EffectDeps {
  return { ...deps, port: { ...deps.port, ...change } }
}

const receipt: Receipt = { outcome: 'error', code: 4711, text: 'Ukendt', messages: [] }
const accepted: SaveAnswer = { type: 'accepted', output: {}, receipt, queued: false }

const isStored = (reply: string) => reply.includes(' a="GEMT"')
const isWhole = (reply: string) => reply.trimEnd().endsWith('</root>')

const misreadsReceipt = misreading(({ type }, reply) =>
  type === 'unknown' && reply.includes(' v="4711"') ? { type: 'refused', receipt } : undefined,
)

/** Nor does it hear the register say that the conversation has come to its end already. */
export const takesUnknownReceiptForRefusal: Spoiling = (show) => {
  const { effectDeps: misreads } = misreadsReceipt(show)
  return {
    effectDeps: (deps) => {
      const spoilt = misreads?.(deps) ?? deps
      return withPort(spoilt, { abort: async () => ({ type: 'ended' }) })
    },
  }
}

export const takesTruncatedReplyForSuccess = misreading(({ type }, reply) =>
  type === 'unknown' && isStored(reply) && !isWhole(reply) ? accepted : undefined,
)

export const ignoresWhoseReplyItIs = misreading(({ type }, reply) =>
  type === 'unknown' && isStored(reply) && isWhole(reply) ? accepted : undefined,
)

export const takesServerErrorForUnsent = misreading((answer) =>
  answer.type === 'unknown' && answer.reason === 'closed'
    ? { type: 'unsent', reason: 'closed' }
    : undefined,
)

/** The bytes leave while the intent is still being written. */
export const savesBeforeIntent: Spoiling = (show) => ({
  effectDeps: (deps) => {
    const sent = new WeakMap<object, ReturnType<RegisterPort['save']>>()
    return withPort(deps, {
      prepareSave: (dialogue, update) => {
        const prepared = deps.port.prepareSave(dialogue, update)
        show()
        const saved = deps.port.save(prepared)
        saved.catch(() => {})
        sent.set(prepared, saved)
        return prepared
      },
      save: (prepared) => sent.get(prepared) ?? deps.port.save(prepared),
    })
  },
})

/** The audit row of the intent is written once the answer is there. */
export const auditsAfterwards: Spoiling = (show) => ({
  effectDeps: (deps) => {
    const { auditor, db } = deps
    const late: Parameters<EffectDeps['auditor']['record']>[1][] = []
    const port = withPort(deps, {
      save: async (prepared) => {
        const saved = await deps.port.save(prepared)
        for (const entry of late.splice(0)) await auditor.record(db, entry)
        return saved
      },
    })
    return {
      ...port,
      auditor: {
        ...auditor,
        record: async (executor, entry) => {
          if (entry.action !== 'update.intended') return auditor.record(executor, entry)
          show()
          late.push(entry)
        },
      },
    }
  },
})

/** What was sent stands nowhere but in the store. */
export const leavesLogUnwritten: Spoiling = (show) => ({
  effectDeps: (deps) => ({
    ...deps,
    submissionLog: {
      ...deps.submissionLog,
      write: () => {
        show()
        return Promise.resolve()
      },
    },
  }),
})

/** What came of a save is committed by itself, and the case hears of it later. */
export const recordsOutcomeApart: Spoiling = (show) => {
  let db: EffectDeps['db'] | null = null
  return {
    effectDeps: (deps) => {
      db = deps.db
      return deps
    },
    handlers: (handlers) => ({
      ...handlers,
      save: async (run) => {
        const handled = await handlers.save(run)
        if (handled.type !== 'answer' || !handled.record || !db) return handled
        show()
        await db.transaction().execute(handled.record)
        return { type: 'answer', answer: handled.answer }
      },
    }),
  }
}
