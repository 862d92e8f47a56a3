import { setTimeout as wait } from 'node:timers/promises'

import type { CaseView } from '../src/api.ts'
import type { Caller } from '../src/chaos/caller.ts'

/** One caseworker who writes all the time, so that it is known when nobody could. */
export interface Pulse {
  /** The longest time without an accepted command since then, in seconds. */
  longestSilence(since: number): number
  /** Settles once a command that was given after now is accepted. */
  beat(): Promise<void>
  stop(): Promise<void>
}

const PAUSE_MS = 150
/** Enough for one draft: then another one is begun. */
const LONGEST = 100

export function startPulse(caller: Caller, personnummer: string): Pulse {
  const beats: number[] = [performance.now()]
  const over = new AbortController()
  let seen: CaseView | undefined

  const open = () =>
    caller.open('caseworker', { event: 'move', data: { personnummer, houseNumber: '001' } })

  const write = async (): Promise<void> => {
    if (seen && seen.version < LONGEST) {
      const houseNumber = String((seen.version % 90) + 1).padStart(3, '0')
      seen = await caller.command('caseworker', seen, { type: 'fill', data: { houseNumber } })
    } else {
      await withdraw()
      seen = await open()
    }
    beats.push(performance.now())
  }
  const withdraw = async (): Promise<void> => {
    if (!seen) return
    const reason = 'øvelse afsluttet'
    await caller.command('caseworker', seen, { type: 'withdraw', reason })
    seen = undefined
  }
  const writing = (async () => {
    while (!over.signal.aborted) {
      await write()
      await wait(PAUSE_MS)
    }
    await withdraw()
  })()
  // Heard of by whoever stops it.
  writing.catch(() => {})

  return {
    longestSilence(since) {
      const relevant = [...beats.filter((at) => at > since), performance.now()]
      const before = beats.findLast((at) => at <= since) ?? since
      const gaps = relevant.map((at, index) => at - (relevant[index - 1] ?? before))
      return Math.max(...gaps) / 1_000
    },
    async beat() {
      const asked = performance.now()
      // The first after now may have been given before.
      while (beats.filter((at) => at > asked).length < 2) {
        await Promise.race([wait(50), writing])
        if (over.signal.aborted) return
      }
    },
    async stop() {
      over.abort()
      await writing
    },
  }
}
