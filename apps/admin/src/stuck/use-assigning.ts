import { useMutation, useQueryClient } from '@tanstack/react-query'

import { useTRPC, useTRPCClient } from '../api.ts'
import type { StuckCase } from './stuck-table.tsx'

interface Assigning {
  readonly cases: readonly StuckCase[]
  readonly to: string
}

/** One case after the other; one that changed meanwhile is left as it is and counted. */
export const useAssigning = () => {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ cases, to }: Assigning) => {
      const counts = { done: 0, failed: 0 }
      for (const { caseId, version: expectedVersion } of cases) {
        const order = { caseId, expectedVersion, idempotencyKey: crypto.randomUUID() }
        const isDone = await client.cases.command
          .mutate({ ...order, command: { type: 'assign', to } })
          .then(
            () => true,
            () => false,
          )
        counts[isDone ? 'done' : 'failed'] += 1
      }
      return counts
    },
    onSettled: () =>
      queries.invalidateQueries({ queryKey: trpc.operations.previewResume.queryKey() }),
  })
}
