import { useMutation, useQueryClient } from '@tanstack/react-query'

import { toApiError } from '../api-error.ts'
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from '../api.ts'

export type CaseView = Outputs['cases']['get']
export type Command = Inputs['cases']['command']['command']

export const commandOf = (view: CaseView, type: Command['type'] | 'undo' | 'correct') =>
  view.commands.find((command) => command.type === type)

export const isAllowed = (view: CaseView, type: Command['type'] | 'undo' | 'correct'): boolean =>
  commandOf(view, type)?.allowed === true

/** Commands of one case go one after the other, each with the version that the last one left. */
export const useCaseCommand = (caseId: string) => {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const key = trpc.cases.get.queryKey({ caseId })
  return useMutation({
    scope: { id: `case-${caseId}` },
    mutationFn: async (command: Command) => {
      const view = queries.getQueryData(key) ?? (await client.cases.get.query({ caseId }))
      return client.cases.command.mutate({
        caseId,
        expectedVersion: view.version,
        idempotencyKey: crypto.randomUUID(),
        command,
      })
    },
    onSuccess: async (view) => {
      // The stream may have brought a later one already.
      queries.setQueryData(key, (known) => (known && known.version > view.version ? known : view))
      await queries.invalidateQueries({ queryKey: trpc.cases.journal.queryKey({ caseId }) })
      void queries.invalidateQueries({ queryKey: trpc.cases.list.queryKey() })
      void queries.invalidateQueries({ queryKey: trpc.cases.counts.queryKey() })
    },
    onError: (error) => {
      const isOld = toApiError(error).code === 'CONFLICT'
      return isOld ? queries.invalidateQueries({ queryKey: key }) : undefined
    },
  })
}

export type CaseCommand = ReturnType<typeof useCaseCommand>
