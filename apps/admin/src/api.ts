import type { AppRouter } from '@sagsgang/api'
import { QueryCache, QueryClient } from '@tanstack/react-query'
import {
  createTRPCClient,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { EventSource, type FetchLike } from 'eventsource'

import { authorization } from './identity.ts'

export type Outputs = inferRouterOutputs<AppRouter>
export type Inputs = inferRouterInputs<AppRouter>

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

/** The stream is read by fetch, because the browser's own reader cannot say who asks. */
const fetchAsUser: FetchLike = (url, init) =>
  fetch(url, { ...init, headers: { ...init.headers, authorization: authorization() } })

/** Questions go by POST: what is asked about people never stands in an address. */
export const apiClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({
        url: '/trpc',
        EventSource,
        eventSourceOptions: () => ({ fetch: fetchAsUser }),
      }),
      false: httpLink({
        url: '/trpc',
        methodOverride: 'POST',
        headers: () => ({ authorization: authorization() }),
      }),
    }),
  ],
})

const isWorthRepeating = (failures: number, error: Error) =>
  failures < 2 && !(error instanceof TRPCClientError && error.data !== undefined)

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache(),
    defaultOptions: {
      queries: { retry: isWorthRepeating, staleTime: 2_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
