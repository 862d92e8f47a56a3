import type { Snapshot } from '@sagsgang/machines'

import { checkCase } from './check-case.ts'
import { type Played, play } from './check-course.ts'
import type { AuditedRow, CaseReading } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** Asks the store; what it answers is as committed. */
export type Look = <R>(text: string, values: readonly unknown[]) => Promise<readonly R[]>

/** Looks at what a step changed and at nothing else: each journal is played on from where it was left. */
export interface Following {
  /** What the cases break that moved since the last look; `withSaves`: a save may have changed without its case. */
  look(withSaves: boolean): Promise<readonly Violation[]>
  /** Every case as it was last seen. */
  readings(): readonly CaseReading[]
  /** The store was set back: nothing that was seen counts. */
  forget(): void
}

interface Followed {
  readonly reading: CaseReading
  readonly played: Played
}

interface Changed extends Omit<CaseReading, 'audited'> {
  readonly audited: readonly AuditedRow[] | null
  readonly position: number
}

// One statement, as there is one after each step. What lies in JSON is read as JSON: no moment is looked at here.
const CHANGED = `
select json_build_object('id', c.id, 'event', c.event, 'definition_hash', c.definition_hash,
    'machine_version', c.machine_version, 'authority', c.authority, 'parent_id', c.parent_id,
    'snapshot', c.snapshot, 'version', c.version, 'status', c.status, 'stuck_cause', c.stuck_cause,
    'assignee', c.assignee, 'deadline', c.deadline) as "case",
  (select coalesce(json_agg(json_build_object('case_id', case_id, 'seq', seq, 'authority', authority, 'actor', actor,
      'message', message, 'effects', effects, 'state', state, 'status', status) order by seq), '[]')
    from journal where case_id = c.id and position > $1) as entries,
  (select coalesce(json_agg(json_build_object('case_id', case_id, 'effect_id', effect_id, 'authority', authority,
      'type', type, 'state', state, 'attempts', attempts, 'leased', lease_until is not null)), '[]')
    from effects where case_id = c.id) as effects,
  (select coalesce(json_agg(to_json(submissions) order by created_at, attempt), '[]')
    from submissions where case_id = c.id) as submissions,
  (select coalesce(json_agg(json_build_object('case_id', case_id, 'pnr', pnr, 'held', held)), '[]')
    from person_turns where case_id = c.id) as turns,
  case when exists (select from submissions where case_id = c.id) then (
    select coalesce(json_agg(json_build_object('case_id', c.id, 'action', entry ->> 'action',
      'authority', entry ->> 'authority', 'effect', entry -> 'detail' ->> 'effect',
      'requestHash', entry -> 'detail' ->> 'requestHash', 'position', id) order by id), '[]')
    from audit_inbox where entry ->> 'case_id' = c.id) end as audited,
  (select max(position)::float8 from journal where case_id = c.id) as position
from cases c where c.id in (select case_id from journal where position > $1)
  or ($2 and c.id in (select case_id from submissions)) order by c.id`

/** For a store that is never sealed while it is followed. */
export function followCases(ask: Look): Following {
  const followed = new Map<string, Followed>()
  let position = 0
  return {
    async look(withSaves) {
      const changed = await ask<Changed>(CHANGED, [position, withSaves])
      position = Math.max(position, ...changed.map((one) => one.position))
      return changed.flatMap((one) => {
        const next = follow(followed.get(one.case.id), one)
        followed.set(one.case.id, next)
        return checkCase(next.reading, next.played)
      })
    },
    readings: () => [...followed.values()].map(({ reading }) => reading),
    forget() {
      followed.clear()
      position = 0
    },
  }
}

function follow(before: Followed | undefined, changed: Changed): Followed {
  const { audited, entries, effects, submissions, turns } = changed
  const { id: caseId, event } = changed.case
  const played = play({ event, caseId, from: standing(before?.played), entries })
  const reading = {
    case: changed.case,
    effects,
    submissions,
    turns,
    entries: [...(before?.reading.entries ?? []), ...entries],
    audited: audited ?? [],
  }
  return { reading, played }
}

function standing(played: Played | undefined): Snapshot | undefined {
  return typeof played === 'string' ? undefined : played
}
