import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { createContext, useContext, useEffect, useRef, useState } from 'react'

import { useTRPC } from '../api.ts'
import { isConcerned, isLiving } from './is-concerned.ts'

export type LiveState = 'connecting' | 'live' | 'broken'

export const LiveContext = createContext<LiveState>('connecting')

export const useLiveState = (): LiveState => useContext(LiveContext)

/** Changes come in bursts: a case takes many steps in a second, a reader needs the last. */
const gathering = 150

/** A stream that ended, as when the api is started anew, does not come back by itself. */
const patience = 2_000

/** The one subscription of the browser: it says which cases changed, the questions are asked again. */
export const useLive = (): LiveState => {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const changed = useRef(new Set<string>())
  const [isCut, setCut] = useState(false)
  const { status, error, reset } = useSubscription(
    trpc.cases.watch.subscriptionOptions(undefined, {
      onStarted: () => {
        setCut(false)
        // What changed while nobody listened is not told again.
        if (isCut) void catchUp(queries)
      },
      onData: ({ data }) => {
        if (changed.current.size === 0)
          setTimeout(() => refresh(queries, changed.current), gathering)
        changed.current.add(data.caseId)
      },
      onConnectionStateChange: ({ state }) => {
        if (state === 'idle') setCut(true)
      },
      onError: () => setCut(true),
    }),
  )
  useEffect(() => {
    if (!isCut) return undefined
    const again = setInterval(reset, patience)
    return () => clearInterval(again)
  }, [isCut, reset])
  if (isCut || error !== null) return 'broken'
  return status === 'pending' ? 'live' : 'connecting'
}

const catchUp = (queries: QueryClient) =>
  queries.invalidateQueries({
    predicate: ({ queryKey, state }) => state.status === 'error' || isLiving(queryKey),
  })

const refresh = (queries: QueryClient, changed: Set<string>) => {
  const cases = new Set(changed)
  changed.clear()
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isConcerned(queryKey, cases) })
}
