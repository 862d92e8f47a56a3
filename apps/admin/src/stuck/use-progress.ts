import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'

type Run = Outputs['operations']['resumeRuns'][number]

const told = [
  'verified',
  'following',
  'waiting',
  'stillFailing',
  'notVerified',
  'notReady',
  'passed',
] as const

/** How a run is going, in words and numbers; what there is none of is left out. */
export const useProgress = () => {
  const { t } = useTexts()
  return (counts: Run['counts']): string =>
    told
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`stuck.counts.${kind}`, { count: counts[kind] }))
      .join(' · ')
}

/** Something may still come of it without anybody doing anything. */
export const isUnderWay = ({ state, counts }: Pick<Run, 'state' | 'counts'>): boolean =>
  state === 'running' || state === 'waiting' || counts.following > 0

const often = 700
const seldom = 3_000

/** How soon a run is asked about again: one that is paused may be set going by somebody else. */
export const pauseBetween = (run: Pick<Run, 'state' | 'counts'> | undefined): number | false => {
  if (run === undefined || isUnderWay(run)) return often
  return run.state === 'paused' ? seldom : false
}
