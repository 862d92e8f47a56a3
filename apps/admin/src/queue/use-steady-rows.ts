import { useState } from 'react'

import type { Outputs } from '../api.ts'
import { mergeRows, showAll, type Shown } from './merge-rows.ts'

export type CaseRow = Outputs['cases']['list']['cases'][number]

interface Held {
  readonly key: string
  readonly rows: readonly CaseRow[]
}

interface SteadyRows extends Shown<CaseRow> {
  readonly showWaiting: () => void
}

/** Holds the rows of one address still; `isSettled` once they were fetched for this visit. */
export const useSteadyRows = (
  latest: readonly CaseRow[],
  key: string,
  isSettled: boolean,
): SteadyRows => {
  const [held, setHeld] = useState<Held | null>(null)
  const isHeld = held?.key === key
  if (isSettled && !isHeld) setHeld({ key, rows: latest })
  const shown = isHeld ? mergeRows(held.rows, latest) : showAll(latest)
  return { ...shown, showWaiting: () => setHeld({ key, rows: latest }) }
}
