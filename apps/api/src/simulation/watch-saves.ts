import type { CaseReading } from '../invariants/read-cases.ts'
import type { Violation } from '../invariants/violation.ts'
import type { CarriedSave, Commit, Sight } from './run.ts'

interface Intent {
  readonly caseId: string
  readonly requestHash: string
  /** The commit that wrote it. */
  readonly commit: number
  isSent: boolean
}

/** Every save that leaves a process was written down before, and is sent once. */
export interface SaveWatch {
  look(sight: Sight, commit: Commit, readings: readonly CaseReading[]): readonly Violation[]
}

export function watchSaves(): SaveWatch {
  const intents = new Map<string, Intent>()
  let seen = 0
  return {
    look({ saves }, commit, readings) {
      for (const { submissions } of readings)
        for (const { id, case_id: caseId, request_hash: requestHash } of submissions)
          if (!intents.has(id))
            intents.set(id, { caseId, requestHash, commit: commit.number, isSent: false })
      const left = saves.slice(seen)
      seen = saves.length
      return left.flatMap((save) => findUnfounded([...intents.values()], save))
    },
  }
}

function findUnfounded(intents: readonly Intent[], save: CarriedSave): readonly Violation[] {
  const { requestHash, afterCommit, service } = save
  const meant = intents.filter((one) => one.requestHash === requestHash)
  const intent = meant.find((one) => !one.isSent && one.commit <= afterCommit)
  if (intent) {
    intent.isSent = true
    return []
  }
  const caseId = meant[0]?.caseId ?? null
  if (meant.some(({ isSent }) => isSent))
    return [{ id: 'I1', caseId, says: `a save of ${service} was sent again` }]
  return [{ id: 'I6', caseId, says: `a save of ${service} left before its intent was written` }]
}
