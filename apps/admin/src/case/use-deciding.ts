import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

import { useTRPC, useTRPCClient } from '../api.ts'
import type { Evidence } from './evidence-panel.tsx'

export interface Decision {
  readonly outcome: 'applied' | 'notApplied'
  readonly reason: string
  readonly against?: string
  /** Who was given a number, where CPR shows nobody by itself. */
  readonly person?: string
}

/** Decides, or proposes for whoever may not; about the version of the case that the evidence was shown for. */
export const useDeciding = ({ caseId, version, may }: Evidence) => {
  const trpc = useTRPC()
  const { cases } = useTRPCClient()
  const queries = useQueryClient()
  const key = useRef(crypto.randomUUID())
  return useMutation({
    mutationFn: async ({ person, ...decision }: Decision) => {
      const order = { caseId, expectedVersion: version, ...decision }
      const named = person === undefined || person === '' ? {} : { person }
      if (may.decide) await cases.decide.mutate({ ...order, ...named, idempotencyKey: key.current })
      else await cases.proposeDecision.mutate(order)
    },
    onSettled: async () => {
      key.current = crypto.randomUUID()
      await queries.invalidateQueries({ queryKey: trpc.cases.get.queryKey({ caseId }) })
      await queries.invalidateQueries({ queryKey: trpc.cases.evidence.queryKey({ caseId }) })
      await queries.invalidateQueries({ queryKey: trpc.cases.journal.queryKey({ caseId }) })
    },
  })
}
