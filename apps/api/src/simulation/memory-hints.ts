import type { Hints } from '../engine/hints.ts'
import type { Life } from './life.ts'
import type { Scheduler } from './scheduler.ts'

/** The word that goes round between processes: heard at once at home, a little later by the others. */
export interface Grapevine {
  join(life: Life): Hints
}

const GATHER_MS = 15

interface Listener {
  readonly life: Life
  readonly onHint: (hasWork: boolean) => void
  isTold: boolean
  hasWork: boolean
}

export function createGrapevine(scheduler: Scheduler): Grapevine {
  let listeners: Listener[] = []
  const tellLater = (listener: Listener, hasWork: boolean) => {
    listener.hasWork ||= hasWork
    if (listener.isTold) return
    listener.isTold = true
    void scheduler.turn({
      who: listener.life,
      what: 'hint',
      at: scheduler.now() + GATHER_MS,
      act: () => {
        const { hasWork: isWork } = listener
        listener.isTold = false
        listener.hasWork = false
        listener.onHint(isWork)
      },
    })
  }
  return {
    join: (life) => ({
      tell(hasWork = true) {
        listeners = listeners.filter((one) => one.life.isAlive)
        for (const listener of listeners)
          if (listener.life === life) listener.onHint(hasWork)
          else tellLater(listener, hasWork)
      },
      listen(onHint) {
        const listener = { life, onHint, isTold: false, hasWork: false }
        listeners.push(listener)
        return () => {
          listeners = listeners.filter((one) => one !== listener)
        }
      },
      close: () => Promise.resolve(),
    }),
  }
}
