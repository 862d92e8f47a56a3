import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

import { type Inputs, useTRPC, useTRPCClient } from '../api.ts'

type Order = Omit<Inputs['operations']['startResume'], 'idempotencyKey'>

/** Orders a run. Pressed again after no answer came, it is the same order under the same key. */
export const useOrdering = (onOrdered: (runId: string) => void) => {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const unanswered = useRef<{ readonly body: string; readonly key: string } | null>(null)
  return useMutation({
    mutationFn: (order: Order) => {
      const body = JSON.stringify(order)
      const key = unanswered.current?.body === body ? unanswered.current.key : crypto.randomUUID()
      unanswered.current = { body, key }
      return client.operations.startResume.mutate({ ...order, idempotencyKey: key })
    },
    onSuccess: ({ runId }) => {
      unanswered.current = null
      onOrdered(runId)
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: trpc.operations.resumeRuns.queryKey() })
      await queries.invalidateQueries({ queryKey: trpc.operations.previewResume.queryKey() })
    },
  })
}
