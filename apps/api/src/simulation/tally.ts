import type { LaneRun } from './lane.ts'

/** What came of many seeds. */
export interface Tally {
  take(run: LaneRun): void
  readonly seeds: () => number
  /** Seeds with a violation, or that broke, and what is wrong with each. */
  readonly failed: ReadonlyMap<number, readonly string[]>
  readonly counts: () => Readonly<Record<string, number>>
}

export function createTally(): Tally {
  const failed = new Map<number, readonly string[]>()
  const counts = new Map<string, number>()
  let seeds = 0
  const add = (name: string, count: number) =>
    void counts.set(name, (counts.get(name) ?? 0) + count)
  return {
    failed,
    seeds: () => seeds,
    counts: () =>
      Object.fromEntries([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    take(run) {
      seeds += 1
      const wrong = run.type === 'broke' ? [run.error] : run.violations.map(inShort)
      if (wrong.length > 0) failed.set(run.seed, wrong)
      if (run.type === 'broke') return
      for (const [name, count] of Object.entries(run.counts)) add(name, count)
      add('statements', run.statements)
      add('steps', run.steps)
    },
  }
}

function inShort({
  id,
  caseId,
  says,
}: {
  readonly id: string
  readonly caseId: string | null
  readonly says: string
}): string {
  return `${id} ${caseId ?? ''} ${says}`
}
