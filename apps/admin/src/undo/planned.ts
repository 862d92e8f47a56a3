import type { Outputs } from '../api.ts'
import { compareRows } from './compare-rows.ts'

export type Plan = Outputs['cases']['planUndo']
export type PlannedStep = Plan['steps'][number]

/** The three ways of the handbook. */
export const ways = ['correct', 'undo', 'former'] as const
export type Way = (typeof ways)[number]

/** A step that somebody must decide on is carried out where they chose so. */
export const isTaken = (
  { policy, caseId }: Pick<PlannedStep, 'policy' | 'caseId'>,
  also: readonly string[],
): boolean => policy === 'undo' || (policy === 'review' && also.includes(caseId))

/** Everybody whose rows change, whom the steps are about first. */
export const peopleIn = (steps: readonly PlannedStep[]): readonly string[] => {
  const about = steps.map(({ person }) => person)
  const touched = steps.flatMap(({ before, after }) =>
    compareRows(before, after).map(({ person }) => person),
  )
  return [...new Set([...about, ...touched])].filter((pnr) => pnr !== '')
}

/** Rows beside the one that is corrected whose period gives way to it. */
export const movedIn = (steps: readonly PlannedStep[]): number =>
  steps
    .flatMap(({ before, after }) => compareRows(before, after))
    .filter(({ type, proof }) => type === 'moved' && proof === null).length

export const isBlocked = ({ blockers }: Pick<Plan, 'blockers'>): boolean =>
  blockers.some(({ severity }) => severity === 'error')
