import type { OpenEffect } from '@sagsgang/machines'

import { adoptCases } from './adopt-cases.ts'
import { createCaseCache } from './case-cache.ts'
import { findCase } from './case-row.ts'
import { type EngineParts, releaseOf } from './engine-deps.ts'
import { openAlone, openUnder } from './open-order.ts'
import type { Engine, SendCommand, Stepped, StoredCase } from './ports.ts'
import { replay } from './replay.ts'
import { createStepWriter } from './step-writer.ts'
import { sendCommand } from './step.ts'
import { createWorkers } from './workers.ts'

export interface EngineOptions extends EngineParts {
  /** `none`: this process only takes messages in. `alone`: no other process works on this database. */
  readonly workers: 'none' | 'alone' | 'some'
  /** Connections for the workers, where they have their own. */
  readonly work?: EngineParts['db']
}

export function createEngine(given: EngineOptions): Engine {
  const cases = createCaseCache()
  const on = (db: EngineParts['db']) => ({ ...given, db, cases, steps: createStepWriter(db) })
  const options = on(given.db)
  const workers = createWorkers(on(given.work ?? given.db))
  let stopListening: (() => void) | null = null

  async function send(command: SendCommand): Promise<Stepped> {
    const stepped = await sendCommand(options, command)
    if (stepped.type === 'refused') return stepped
    // Repeated: perhaps by ourselves, as we were not told that it was committed.
    return { type: stepped.type, case: await withChildren(stepped.case) }
  }

  /** A case that a person asks to be opened is there when the answer comes. */
  async function withChildren(stored: StoredCase): Promise<StoredCase> {
    const waiting = openingEffects(stored.snapshot.context.open)
    for (const effectId of waiting) await workers.runNow(stored.id, effectId)
    return waiting.length === 0 ? stored : ((await findCase(options.db, stored.id)) ?? stored)
  }

  return {
    open: ({ parent, ...order }) =>
      parent ? openUnder(options.db, send, { ...order, parent }) : openAlone(options, order),
    send,
    at: (caseId, seq) => replay(options.db, caseId, seq, releaseOf(options)),
    async start() {
      await adoptCases(options.db, releaseOf(options))
      if (given.workers === 'none') return
      stopListening = given.hints.listen((hasWork) => {
        if (hasWork) workers.wake()
      })
      await workers.start(given.workers === 'alone')
    },
    async stop() {
      stopListening?.()
      await workers.stop()
    },
    wake: () => workers.wake(),
  }
}

// What a person asked for and waits to see.
const AWAITED = new Set<OpenEffect['type']>(['openCase', 'openCorrection'])

function openingEffects(open: Readonly<Record<string, OpenEffect>>): string[] {
  return Object.entries(open)
    .filter(([, { type, failed }]) => AWAITED.has(type) && failed === undefined)
    .map(([id]) => id)
}
