import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { toApiError } from '../api-error.ts'
import { type Inputs, useTRPC, useTRPCClient } from '../api.ts'
import type { CaseView } from '../case/use-case-command.ts'
import { paths } from '../paths.ts'
import type { Bilingual } from '../texts/use-texts.ts'

type Order = Omit<Inputs['cases']['undo'], 'idempotencyKey'>

const lookEvery = 200
const looks = 40

const pause = () => new Promise((resolve) => setTimeout(resolve, lookEvery))

/** Everybody concerned is asked to hold still, then the plan is made once more: until then nothing is known. */
const isBeginning = ({ status, activeStates }: CaseView) =>
  status === 'undoing' && activeStates.some((state) => /(?:halting|planning)$/.test(state))

interface Undo {
  readonly order: (order: Order) => void
  readonly isPending: boolean
  readonly error: unknown
  /** Why the case called it off, where it did; empty otherwise. */
  readonly calledOff: readonly Bilingual[]
}

/** One key for one order: pressed twice, it is still one undo. */
export const useUndo = (caseId: string, onRefused: () => void): Undo => {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID())
  const begun = async (ordered: CaseView) => {
    let found = ordered
    for (let look = 0; look < looks && isBeginning(found); look += 1) {
      await pause()
      found = await client.cases.get.query({ caseId })
    }
    return found
  }
  const undo = useMutation({
    mutationFn: async (order: Order) =>
      begun(await client.cases.undo.mutate({ ...order, idempotencyKey })),
    onSuccess: async (after) => {
      queries.setQueryData(trpc.cases.get.queryKey({ caseId }), after)
      if (after.blockers.length === 0) return navigate({ to: paths.case, params: { caseId } })
      setKey(crypto.randomUUID())
      onRefused()
      return undefined
    },
    onError: (error) => {
      // Where no answer came it may have been heard: the same key asks again.
      if (toApiError(error).code !== 'offline') setKey(crypto.randomUUID())
      onRefused()
    },
  })
  return {
    order: undo.mutate,
    isPending: undo.isPending,
    error: undo.error,
    calledOff: undo.data?.blockers ?? [],
  }
}
