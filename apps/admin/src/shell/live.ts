import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { createContext, useContext, useRef } from 'react'

import { useTRPC } from '../api.ts'

export type LiveState = 'connecting' | 'live' | 'broken'

export const LiveContext = createContext<LiveState>('connecting')

export const useLiveState = (): LiveState => useContext(LiveContext)

/** Changes come in bursts: a case takes many steps in a second, a reader needs the last. */
const gathering = 150

const states = {
  idle: 'connecting',
  connecting: 'connecting',
  pending: 'live',
  error: 'broken',
} as const

/** The one subscription of the browser: it says which cases changed, the questions are asked again. */
export const useLive = (): LiveState => {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const { status, error } = useSubscription(
    trpc.cases.watch.subscriptionOptions(undefined, {
      onData: () => {
        waiting.current ??= setTimeout(() => {
          waiting.current = null
          void refreshCases(queries)
        }, gathering)
      },
    }),
  )
  return error === null ? states[status] : 'broken'
}

/** Only what is on the screen is asked again; the rest is marked as old. */
const refreshCases = (queries: QueryClient) =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => isAboutCases(queryKey[0]) })

const isAboutCases = (path: unknown) => Array.isArray(path) && path[0] === 'cases'
