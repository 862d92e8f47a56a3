import type { Violation } from '../invariants/violation.ts'
import type { WrittenEffect } from './queue-book.ts'
import type { Commit, Sight } from './run.ts'

/** Whoever carries an effect out holds it, and nobody takes it from them while they do. */
export interface LeaseWatch {
  look(sight: Sight, commit: Commit): readonly Violation[]
  forget(): void
}

interface Known {
  readonly held: WrittenEffect
  /** The run of the process that claimed it. */
  readonly by: string
}

const NOBODY = 'nobody'

/** A lease that was not renewed for so long may be taken over. */
const UNRENEWED_MS = 90_000

export function watchLeases(): LeaseWatch {
  const known = new Map<string, Known>()
  // Rows are written anew, never changed.
  let seen = new WeakSet<WrittenEffect>()
  // Who held what in a store that was set back, nobody has seen.
  let isStrange = false
  return {
    forget() {
      known.clear()
      seen = new WeakSet()
      isStrange = true
    },
    look(sight, { by }) {
      const rows = sight.queue().filter((one) => one.fence !== null && !seen.has(one))
      if (rows.length === 0 && !isStrange) return []
      const { now, processes } = sight
      const living = processes.filter(({ isAlive }) => isAlive)
      const alive = new Set(living.map(({ name, run }) => `${name}/${run}`))
      const run = processes.find(({ name }) => name === by)?.run
      const who = isStrange ? NOBODY : `${by}/${run}`
      isStrange = false
      return rows.flatMap((held) => {
        seen.add(held)
        const key = `${held.case_id} ${held.effect_id}`
        const before = known.get(key)
        const isClaimed = before?.held.fence !== held.fence
        known.set(key, isClaimed ? { held, by: who } : { ...before, held })
        if (!before) return []
        if (isClaimed) return taken(before, now, alive)
        return before.held.state === 'open' && held.state === 'done' ? ended(before, who) : []
      })
    },
  }
}

/** A process that is known to be dead holds nothing, however long its lease. */
function taken({ held, by }: Known, now: Date, alive: ReadonlySet<string>): readonly Violation[] {
  const { case_id: caseId, effect_id: effect, state, leaseUntil: until } = held
  const isHeld = until !== null && until >= now.getTime() + UNRENEWED_MS
  if (state !== 'open' || !isHeld || !alive.has(by)) return []
  return [{ id: 'I7', caseId, says: `effect ${effect} was taken from somebody who carries it out` }]
}

function ended({ held, by }: Known, who: string): readonly Violation[] {
  if (who === by || by === NOBODY) return []
  const { case_id: caseId, effect_id: effect } = held
  return [{ id: 'I7', caseId, says: `effect ${effect} was ended by somebody who had lost it` }]
}
