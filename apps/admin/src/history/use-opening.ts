import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

import { useTRPC, useTRPCClient } from '../api.ts'
import { paths } from '../paths.ts'
import type { Question } from './remembered.ts'
import { actOf, type HistoryRow } from './rows.ts'

export interface Order {
  readonly operation: string
  /** The row that it is about; a late report needs none. */
  readonly row: HistoryRow | null
}

/** Opens a case that maintains somebody's data, and goes to it. */
export const useOpening = ({ person, purpose }: Question) => {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (order: Order) =>
      client.cases.open.mutate({
        event: order.operation,
        data: { personnummer: person, ...aboutRow(order) },
        purpose,
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: async (view) => {
      queries.setQueryData(trpc.cases.get.queryKey({ caseId: view.caseId }), view)
      await navigate({ to: paths.case, params: { caseId: view.caseId } })
    },
  })
}

/** A correction starts from the whole of what stands; an undo says nothing of it. */
const aboutRow = ({ operation, row }: Order) => {
  if (row === null) return {}
  const { timestamp, content } = row
  return actOf({ id: operation }) === 'correct'
    ? { ...structuredClone(content), timestamp }
    : { timestamp }
}
