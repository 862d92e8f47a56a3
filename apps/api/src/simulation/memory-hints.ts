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
  readonly onHint: () => void
  isTold: boolean
}

export function createGrapevine(scheduler: Scheduler): Grapevine {
  let listeners: Listener[] = []
  const tellLater = (listener: Listener) => {
    if (listener.isTold) return
    listener.isTold = true
    void scheduler.turn({
      who: listener.life,
      what: 'hint',
      at: scheduler.now() + GATHER_MS,
      act: () => {
        listener.isTold = false
        listener.onHint()
      },
    })
  }
  return {
    join: (life) => ({
      tell() {
        listeners = listeners.filter((one) => one.life.isAlive)
        for (const listener of listeners)
          if (listener.life === life) listener.onHint()
          else tellLater(listener)
      },
      listen(onHint) {
        const listener = { life, onHint, isTold: false }
        listeners.push(listener)
        return () => {
          listeners = listeners.filter((one) => one !== listener)
        }
      },
      close: () => Promise.resolve(),
    }),
  }
}
