import type { AppRouter } from '@sagsgang/api'
import type { inferRouterOutputs } from '@trpc/server'

import type { Api } from '../api.ts'

export type EventView = inferRouterOutputs<AppRouter>['catalogue']['event']
export type RuleView = EventView['rules'][number]

export type Kind = 'events' | 'maintenance'

/** What the product itself says of its events, or of its maintenance, as anybody may ask. */
export interface Catalogue {
  readonly events: readonly EventView[]
  get(event: string): EventView
  /** A senior of an authority that may not report the event; undefined where all may. */
  strangerTo(event: string): string | undefined
}

export async function readCatalogue(
  as: (user: string) => Api,
  kind: Kind = 'events',
): Promise<Catalogue> {
  const { trpc } = as('senior')
  const summaries = await trpc.catalogue[kind].query()
  const events = await Promise.all(
    summaries.map(({ event }) => trpc.catalogue.event.query({ event })),
  )
  const seniors = (await trpc.identities.query()).filter(({ role }) => role === 'senior')
  const closed = await Promise.all(
    seniors.map(async ({ user }) => {
      const seen = await as(user).trpc.catalogue[kind].query()
      return { user, events: seen.filter(({ mayOpen }) => !mayOpen).map(({ event }) => event) }
    }),
  )
  return {
    events,
    get: (event) => {
      const found = events.find((one) => one.event === event)
      if (found === undefined) throw new Error(`no event "${event}" in the catalogue`)
      return found
    },
    strangerTo: (event) => closed.find((one) => one.events.includes(event))?.user,
  }
}
