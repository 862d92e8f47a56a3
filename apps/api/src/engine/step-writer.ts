import type { Kysely } from 'kysely'

import { isPassing } from '../database/is-passing.ts'
import type { Database } from '../database/schema.ts'
import { obstacleIn, type StepText, writeSteps, type WrittenStep } from './write-step.ts'

/**
 * Writes steps without a transaction around them, those that come at the same time together: a commit costs much the same
 * for one as for ten. Each is fenced by itself.
 */
export interface StepWriter {
  /** Undefined, with nothing written, where one of the fences stood in its way: a transaction finds out which. */
  write(step: StepText): Promise<WrittenStep | undefined>
}

// While some are being written, the next gather and those answered before go on. Measured with 32 at a time: a fifth more
// steps with four than with two, and no more with six or eight.
const MOST_UNDER_WAY = 4
const MOST_TOGETHER = 8

interface Waiting {
  readonly step: StepText
  readonly resolve: (written: WrittenStep | undefined) => void
  readonly reject: (error: unknown) => void
}

export function createStepWriter(db: Kysely<Database>): StepWriter {
  const waiting: Waiting[] = []
  const state = { underWay: 0, isCalled: false }
  const send = async (together: readonly Waiting[]): Promise<void> => {
    state.underWay += 1
    await writeTogether(db, together)
    state.underWay -= 1
    sendAll()
  }
  const sendAll = () => {
    state.isCalled = false
    while (waiting.length > 0 && state.underWay < MOST_UNDER_WAY)
      void send(inOrder(waiting.splice(0, MOST_TOGETHER)))
  }
  return {
    write: (step) =>
      new Promise((resolve, reject) => {
        waiting.push({ step, resolve, reject })
        // Whoever comes in the same turn of the loop goes along.
        if (!state.isCalled) queueMicrotask(sendAll)
        state.isCalled = true
      }),
  }
}

/** The same everywhere, so that two who write the same cases do not lock each other out. */
function inOrder(together: readonly Waiting[]): readonly Waiting[] {
  return together.toSorted((a, b) => (a.step.caseId < b.step.caseId ? -1 : 1))
}

/** What one of them fails for is no matter of the others: then each goes by itself. */
async function writeTogether(db: Kysely<Database>, together: readonly Waiting[]): Promise<void> {
  try {
    const written = await writeSteps(
      db,
      together.map(({ step }) => step),
    )
    for (const [index, { resolve }] of together.entries()) resolve(written[index])
  } catch (error) {
    if (together.length > 1 && !isPassing(error))
      for (const one of together) await writeTogether(db, [one])
    else if (obstacleIn(error) === null) for (const { reject } of together) reject(error)
    else for (const { resolve } of together) resolve(undefined)
  }
}
