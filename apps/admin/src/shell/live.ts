import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { createContext, useContext, useRef } from 'react'

import { useTRPC } from '../api.ts'
import { isConcerned } from './is-concerned.ts'

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
  const changed = useRef(new Set<string>())
  const { status, error } = useSubscription(
    trpc.cases.watch.subscriptionOptions(undefined, {
      onData: ({ data }) => {
        if (changed.current.size === 0)
          setTimeout(() => refresh(queries, changed.current), gathering)
        changed.current.add(data.caseId)
      },
    }),
  )
  return error === null ? states[status] : 'broken'
}

const refresh = (queries: QueryClient, changed: Set<string>) => {
  const cases = new Set(changed)
  changed.clear()
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isConcerned(queryKey, cases) })
}
