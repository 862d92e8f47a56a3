import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { type Inputs, type Outputs, useTRPC } from '../api.ts'
import { showClock } from '../ui/times.ts'

export type RehearsedStep = Outputs['cases']['rehearse']['steps'][number]

export type Rehearsal =
  | { readonly type: 'none' }
  | { readonly type: 'running' }
  | { readonly type: 'failed'; readonly error: unknown }
  /** The plan is another than the one that was rehearsed. */
  | { readonly type: 'stale' }
  | { readonly type: 'done'; readonly at: string; readonly steps: readonly RehearsedStep[] }

interface Rehearsing {
  readonly rehearsal: Rehearsal
  readonly run: () => void
}

/** What the register says of a plan without anything being saved; it holds for that plan alone. */
export const useRehearsal = (
  order: Inputs['cases']['rehearse'],
  fingerprint: string | undefined,
): Rehearsing => {
  const trpc = useTRPC()
  const [of, setOf] = useState({ fingerprint, at: '' })
  const rehearse = useMutation(trpc.cases.rehearse.mutationOptions())
  const run = () => {
    setOf({ fingerprint, at: showClock(new Date()) })
    rehearse.mutate(order)
  }
  const rehearsalOf = (): Rehearsal => {
    if (rehearse.isIdle) return { type: 'none' }
    if (rehearse.isPending) return { type: 'running' }
    if (of.fingerprint !== fingerprint) return { type: 'stale' }
    if (rehearse.isError) return { type: 'failed', error: rehearse.error }
    return { type: 'done', at: of.at, steps: rehearse.data.steps }
  }
  return { rehearsal: rehearsalOf(), run }
}
