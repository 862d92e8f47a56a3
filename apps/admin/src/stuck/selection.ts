import type { Outputs } from '../api.ts'

type Preview = Pick<
  Outputs['operations']['previewResume'],
  'cases' | 'resumable' | 'would' | 'cause'
>

export interface Selection {
  readonly picked: Preview['cases']
  /** How many would be tried: those picked that can be, or all of the cause. */
  readonly count: number
  /** The whole order; undefined where it is all of the cause. */
  readonly caseIds: readonly string[] | undefined
  /** The one to try before the others. */
  readonly first: string | undefined
  /** Why none can be tried. */
  readonly reason: 'stuck.notRepeatable' | 'stuck.nothingToTry' | undefined
}

/** Nobody picked means everybody: what the buttons say is what is ordered. */
export const selectionOf = (preview: Preview, chosen: ReadonlySet<string>): Selection => {
  const picked = preview.cases.filter(({ caseId }) => chosen.has(caseId))
  const isPicked = picked.length > 0
  const able = (isPicked ? picked : preview.cases).filter(({ resumable }) => resumable)
  const caseIds = able.map(({ caseId }) => caseId)
  const count = isPicked ? able.length : preview.resumable
  return {
    picked,
    count,
    caseIds: isPicked ? caseIds : undefined,
    first: caseIds[0],
    reason: whyNot(preview, count),
  }
}

const whyNot = ({ would }: Preview, count: number): Selection['reason'] => {
  if (would.length === 0) return 'stuck.notRepeatable'
  return count === 0 ? 'stuck.nothingToTry' : undefined
}
