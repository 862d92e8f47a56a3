import { skipToken, useQuery } from '@tanstack/react-query'

import { useTRPC } from '../api.ts'
import type { Question } from './remembered.ts'

/**
 * Asked once, and only by who means it: every answer is a lookup that is written down, so that neither a glance at the window
 * nor a change elsewhere asks again. The answer goes with the page.
 */
export const useHistory = (question: Question | undefined, kind: string | undefined) => {
  const trpc = useTRPC()
  const input =
    question === undefined || kind === undefined ? skipToken : { ...question, dataType: kind }
  return useQuery(
    trpc.register.history.queryOptions(input, {
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  )
}
