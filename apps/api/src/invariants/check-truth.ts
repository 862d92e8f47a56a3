import { isDecided } from './check-submissions.ts'
import type { CaseReading, SubmissionRow } from './read-cases.ts'
import type { InvariantId, Violation } from './violation.ts'

/** A line of the register's own truth: an update that it carried out. */
interface AppliedLine {
  readonly service: string
  readonly authority: string
  readonly dialogue: string
}

interface Matched {
  readonly line: AppliedLine
  readonly reading: CaseReading
  /** Saves of one conversation: after a warning there may be two. */
  readonly saves: readonly SubmissionRow[]
}

export interface Truth {
  /** Every update that the register carried out for us. */
  readonly applied: readonly AppliedLine[]
  /** Conversations that are known to be lost with their case. */
  readonly lost: ReadonlySet<string>
}

/** What the cases say against what the register did: every line must be one of ours. */
export function checkTruth(
  readings: readonly CaseReading[],
  { applied, lost }: Truth,
): readonly Violation[] {
  const sent = sentBy(readings)
  const matched = applied.flatMap(
    (line) => sent.get(line.dialogue)?.map((one) => ({ ...one, line })) ?? [],
  )
  return [
    ...applied.filter(({ dialogue }) => !sent.has(dialogue) && !lost.has(dialogue)).map(orphan),
    ...findRepeated(matched),
    ...matched.flatMap(findDenied),
    ...matched.flatMap(findForeign),
    ...findInvented(readings, applied),
  ]
}

function broken(id: InvariantId, caseId: string | null, says: string): Violation {
  return { id, caseId, says }
}

type Sent = Omit<Matched, 'line'>

function sentBy(readings: readonly CaseReading[]): ReadonlyMap<string, readonly Sent[]> {
  const sent = readings.flatMap((reading) => {
    const conversations = Map.groupBy(reading.submissions, ({ dialogue }) => dialogue)
    return [...conversations].map(([dialogue, saves]) => ({ dialogue, reading, saves }))
  })
  return Map.groupBy(sent, ({ dialogue }) => dialogue)
}

function orphan({ service, dialogue }: AppliedLine): Violation {
  return broken('I2', null, `the register applied a ${service} (${dialogue}) that no case knows of`)
}

/** Somebody who says that a save was not applied has it sent again, and answers for that. */
function findRepeated(matched: readonly Matched[]): readonly Violation[] {
  const byReport = Map.groupBy(
    matched,
    ({ reading, saves }) => `${reading.case.id}/${saves[0]?.report}`,
  )
  return [...byReport.values()].flatMap((lines) => {
    const [first] = lines
    if (!first || lines.length < 2 || isDecided(first.reading, 'notApplied')) return []
    const report = first.saves[0]?.report
    return [
      broken('I1', first.reading.case.id, `report ${report} was applied ${lines.length} times`),
    ]
  })
}

const admits = new Set<SubmissionRow['state']>(['sending', 'confirmed', 'waiting', 'inDoubt'])

function findDenied({ reading, saves }: Matched): readonly Violation[] {
  if (saves.some(({ state }) => admits.has(state)) || isDecided(reading, 'notApplied')) return []
  const last = saves.at(-1)
  return [
    broken(
      'I2',
      reading.case.id,
      `save ${last?.effect_id} was applied and is said to be ${last?.state}`,
    ),
  ]
}

function findForeign({ line, reading, saves }: Matched): readonly Violation[] {
  const isOurs = saves.every(({ service }) => service === line.service)
  if (!isOurs) return [broken('I3', reading.case.id, `another service was applied than was saved`)]
  if (line.authority === reading.case.authority) return []
  return [broken('I10', reading.case.id, 'it was applied for another authority')]
}

/** Confirmed, and the register knows nothing of it, or more than one thing. */
function findInvented(
  readings: readonly CaseReading[],
  applied: readonly AppliedLine[],
): readonly Violation[] {
  const counts = Map.groupBy(applied, ({ dialogue }) => dialogue)
  return readings.flatMap(({ case: { id }, submissions }) =>
    submissions.flatMap(({ state, effect_id: effect, dialogue }) => {
      const count = counts.get(dialogue)?.length ?? 0
      if (state !== 'confirmed' || count === 1) return []
      return [broken('I3', id, `save ${effect} is confirmed and was applied ${count} times`)]
    }),
  )
}
