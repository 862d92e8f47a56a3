import type { Fields, UpdateRequest } from '@sagsgang/gctp'

import type { Store } from '../store.ts'

/** One dialogue with an update service. It is forgotten with the process: a restart lapses it. */
export interface Conversation {
  readonly timestamp: string
  readonly service: string
  readonly keys: Fields
  readonly authority: string
  readonly user: string
  readonly token: string
  /** The person key's updates when the dialogue began, by number. */
  readonly seen: Readonly<Record<string, number>>
  /** Warnings that were shown: each passes the next time. */
  readonly shown: ReadonlySet<string>
  readonly lastCall: number
}

export interface Conversations {
  open(from: Omit<Conversation, 'lastCall'>): void
  /** The dialogue that a call continues, if it is its own and has not lapsed. */
  find(request: UpdateRequest, caller: Caller): Conversation | undefined
  show(timestamp: string, warnings: readonly string[]): void
  close(timestamp: string): void
}

export interface Caller {
  readonly user: string
  readonly token: string
}

const MINUTE_MS = 60_000

const personKeys = ['PNR', 'SPNR', 'FPNR', 'MPNR']

/** How many updates each person of the keys has had. */
export const versionsOf = (store: Store, keys: Fields): Readonly<Record<string, number>> =>
  Object.fromEntries(
    personKeys.flatMap((code) => keys[code] ?? []).map((pnr) => [pnr, store.updatesOf(pnr).length]),
  )

export function createConversations(now: () => number, lapseMinutes: number): Conversations {
  const open = new Map<string, Conversation>()
  const forgetLapsed = (): void => {
    for (const [timestamp, { lastCall }] of open)
      if (now() - lastCall > lapseMinutes * MINUTE_MS) open.delete(timestamp)
  }
  return {
    open: (from) => void open.set(from.timestamp, { ...from, lastCall: now() }),
    find: (request, caller) => {
      forgetLapsed()
      const found = open.get(request.dialogue ?? '')
      const isTheirs =
        found !== undefined &&
        found.user === caller.user &&
        found.token === caller.token &&
        found.service === request.service.toUpperCase()
      if (!isTheirs) return undefined
      const called = { ...found, lastCall: now() }
      open.set(found.timestamp, called)
      return called
    },
    show: (timestamp, warnings) => {
      const found = open.get(timestamp)
      if (found !== undefined)
        open.set(timestamp, { ...found, shown: new Set([...found.shown, ...warnings]) })
    },
    close: (timestamp) => void open.delete(timestamp),
  }
}
