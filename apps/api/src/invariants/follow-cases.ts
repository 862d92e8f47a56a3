import type { Snapshot } from '@sagsgang/machines'

import { checkCase } from './check-case.ts'
import { type Played, play } from './check-course.ts'
import type { AuditedRow, CaseReading, EffectRow, EntryRow, SubmissionRow } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** What the store holds, as committed. */
interface Followable {
  readonly ask: <R>(text: string, values: readonly unknown[]) => Promise<readonly R[]>
  /** The queue. */
  readonly effects: () => readonly EffectRow[]
}

/** Looks at what a step changed and at nothing else: each journal is played on from where it was left. */
export interface Following {
  /** What the cases break that moved since the last look; `withSaves`: a save may have changed without its case. */
  look(withSaves: boolean): Promise<readonly Violation[]>
  /** Every case as it was last seen. */
  readings(): readonly CaseReading[]
  /** The store was set back: nothing that was seen counts. */
  forget(): void
}

interface Changed extends Pick<CaseReading, 'case' | 'submissions' | 'turns'> {
  readonly entries: readonly (EntryRow & { readonly position: number })[]
}

// One statement, as there is one after each step. What lies in JSON is read as JSON: no moment is looked at here.
const CHANGED = `
select json_build_object('id', c.id, 'event', c.event, 'definition_hash', c.definition_hash,
    'machine_version', c.machine_version, 'authority', c.authority, 'parent_id', c.parent_id,
    'snapshot', c.snapshot, 'version', c.version, 'status', c.status, 'stuck_cause', c.stuck_cause,
    'assignee', c.assignee, 'deadline', c.deadline) as "case",
  (select coalesce(json_agg(json_build_object('case_id', case_id, 'seq', seq, 'authority', authority, 'actor', actor,
      'message', message, 'effects', effects, 'state', state, 'status', status, 'position', position) order by seq), '[]')
    from journal where case_id = c.id and position > $1) as entries,
  (select coalesce(json_agg(json_build_object('id', id, 'case_id', case_id, 'effect_id', effect_id, 'report', report,
      'attempt', attempt, 'state', state, 'service', service, 'authority', authority, 'request_hash', request_hash,
      'dialogue', dialogue, 'recovered_at', recovered_at) order by created_at, attempt), '[]')
    from submissions where case_id = c.id) as submissions,
  (select coalesce(json_agg(json_build_object('case_id', case_id, 'pnr', pnr, 'held', held)), '[]')
    from person_turns where case_id = c.id) as turns
from cases c where c.id = any (array(select case_id from journal where position > $1
  union select case_id from submissions where $2)) order by c.id`

// The log is read on from where it was left, too.
const NOTED = `
select entry ->> 'case_id' as case_id, entry ->> 'action' as action, entry ->> 'authority' as authority,
  entry -> 'detail' ->> 'effect' as effect, entry -> 'detail' ->> 'requestHash' as "requestHash",
  id::float8 as position
from audit_inbox where id > $1 order by id`

interface Followed {
  readonly reading: CaseReading
  readonly played: Played
}

interface State extends Followable {
  readonly followed: Map<string, Followed>
  readonly noted: Map<string, AuditedRow[]>
  position: number
  notedUpTo: number
}

/** For a store that is never sealed while it is followed. */
export function followCases(store: Followable): Following {
  const state: State = {
    ...store,
    followed: new Map(),
    noted: new Map(),
    position: 0,
    notedUpTo: 0,
  }
  const { followed, noted } = state
  return {
    look: (withSaves) => look(state, withSaves),
    readings: () => [...followed.values()].map(({ reading }) => reading),
    forget() {
      followed.clear()
      noted.clear()
      state.position = 0
      state.notedUpTo = 0
    },
  }
}

async function look(state: State, withSaves: boolean): Promise<readonly Violation[]> {
  const { ask, followed, position } = state
  const changed = await ask<Changed>(CHANGED, [position, withSaves])
  const positions = changed.flatMap(({ entries }) => entries.map((one) => one.position))
  state.position = Math.max(position, ...positions)
  if (changed.some((one) => isNotedOf(one, followed.get(one.case.id)))) await readNoted(state)
  return changed.flatMap((one) => {
    const next = follow(state, one)
    followed.set(one.case.id, next)
    return checkCase(next.reading, next.played)
  })
}

/** What is noted is held against saves alone, and a save that says what it said before needs no other note. */
function isNotedOf({ entries, submissions }: Changed, before: Followed | undefined): boolean {
  const saves = new Set(submissions.map((one) => one.effect_id))
  const isAnswered = entries.some(({ message }) => 'effect' in message && saves.has(message.effect))
  return isAnswered || inShort(submissions) !== inShort(before?.reading.submissions ?? [])
}

function inShort(submissions: readonly SubmissionRow[]): string {
  return submissions.map((one) => `${one.id} ${one.state} ${one.recovered_at !== null}`).join()
}

async function readNoted(state: State): Promise<void> {
  const { ask, noted, notedUpTo } = state
  for (const row of await ask<AuditedRow>(NOTED, [notedUpTo])) {
    state.notedUpTo = row.position
    const rows = noted.get(row.case_id)
    if (rows) rows.push(row)
    else noted.set(row.case_id, [row])
  }
}

function follow({ followed, noted, effects }: State, changed: Changed): Followed {
  const { entries, submissions, turns } = changed
  const { id: caseId, event } = changed.case
  const before = followed.get(caseId)
  const played = play({ event, caseId, from: standing(before?.played), entries })
  const reading = {
    case: changed.case,
    effects: effects().filter((one) => one.case_id === caseId),
    submissions,
    turns,
    entries: [...(before?.reading.entries ?? []), ...entries],
    audited: submissions.length > 0 ? (noted.get(caseId) ?? []) : [],
  }
  return { reading, played }
}

function standing(played: Played | undefined): Snapshot | undefined {
  return typeof played === 'string' ? undefined : played
}
