import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { type Outputs, useTRPC, useTRPCClient } from '../api.ts'
import { type Result, resultOf, type Results } from './resume-batch.ts'

type StuckCase = Outputs['cases']['stuckGroups'][number]['cases'][number]

/** The worker needs a moment before a retry has an answer. */
const patience = [300, 700, 1_500, 2_500]

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Repeats what failed, one case after the other, and says how each ended. */
export const useResuming = () => {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [results, setResults] = useState<Results>({})
  const [isRunning, setRunning] = useState(false)
  const note = ({ caseId, number }: StuckCase, result: Result) =>
    setResults((before) => ({ ...before, [caseId]: { number, result } }))

  const outcomeOf = async (caseId: string): Promise<Result> => {
    let last: Result = { type: 'notVerified' }
    for (const pause of patience) {
      await wait(pause)
      last = resultOf((await client.cases.get.query({ caseId })).status)
      if (last.type !== 'notVerified') return last
    }
    return last
  }

  const resumeOne = async (one: StuckCase) => {
    const { caseId, version } = one
    note(one, { type: 'running' })
    try {
      await client.cases.command.mutate({
        caseId,
        expectedVersion: version,
        idempotencyKey: crypto.randomUUID(),
        command: { type: 'resume' },
      })
      note(one, await outcomeOf(caseId))
    } catch (error) {
      note(one, { type: 'refused', error })
    }
  }

  const resume = async (cases: readonly StuckCase[]) => {
    setRunning(true)
    for (const one of cases) await resumeOne(one)
    setRunning(false)
    await queries.invalidateQueries({ queryKey: trpc.cases.stuckGroups.queryKey() })
    await queries.invalidateQueries({ queryKey: trpc.cases.counts.queryKey() })
  }

  return { results, isRunning, resume }
}
