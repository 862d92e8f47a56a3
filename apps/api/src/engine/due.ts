import type { Effect } from '@sagsgang/machines'

import { endOfDay, startOfDay } from '../clock.ts'
import type { Clock } from './ports.ts'

/** When an effect may be carried out, and on which clock that moment is read. */
export interface Due {
  readonly clock: 'real' | 'register'
  readonly at: Date
}

// The register empties its waiting queue on the day; asking more often costs lookups and tells nothing.
const POLL_QUEUE_HOURS = 6

export function dueOf(effect: Effect, clock: Clock, settleSeconds: number): Due {
  const now = clock.registerNow().getTime()
  if (effect.type === 'waitForDay')
    return { clock: 'register', at: startOfDay(effect.payload.date) }
  if (effect.type === 'deadline') return { clock: 'register', at: endOfDay(effect.payload.date) }
  if (effect.type === 'settle') {
    return { clock: 'register', at: new Date(now + settleSeconds * 1000) }
  }
  if (effect.type === 'pollQueue' && !effect.payload.confirmed) {
    return { clock: 'register', at: new Date(now + POLL_QUEUE_HOURS * 3_600_000) }
  }
  return { clock: 'real', at: clock.realNow() }
}
