import { getDefinition } from '@sagsgang/events'
import { type Message, open, type OpenInput } from '@sagsgang/machines'
import { CompiledQuery, type Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { keepBooks } from './bookkeeping.ts'
import { searchableOf } from './case-row.ts'
import { definitionHash } from './definition-hash.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import type { StoredCase } from './ports.ts'
import { answerPure, begin, type Course, take } from './transition.ts'
import { asksOf, entriesOf } from './write-course.ts'

export interface NewCase extends Omit<OpenInput, 'caseId' | 'parent'> {
  readonly caseId?: string
  readonly event: string
  readonly authority: string
  readonly purpose: string
  readonly openedBy: string
  /** The case that opens it, and the effect by which it does. */
  readonly parent: {
    readonly caseId: string
    readonly effectId: string
    readonly followOn: string | null
  } | null
  /** What it is told at once. */
  readonly messages: readonly Message[]
  readonly audit: readonly string[]
}

const INSERT = `
with numbered as (
  insert into case_numbers (year, last) values ($1, 1)
  on conflict (year) do update set last = case_numbers.last + 1 returning last
), opened as (
  insert into cases (id, number, event, definition_hash, machine_version, authority, parent_id, parent_effect,
    follow_on, snapshot, version, status, stuck_cause, assignee, deadline, purpose, opened_by, edited_by, opened_at, changed_at)
  select $2, $1 || '-' || lpad(last::text, 6, '0'), $3, $4, $21, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
    $16, $16, $17, $17
  from numbered returning id, authority, event, number
), entered as (
  insert into journal (case_id, seq, authority, at, actor, message, effects, dropped, state, status)
  select opened.id, seq, authority, $17, actor, message, effects, dropped, state, entry.status
  from opened, jsonb_to_recordset($18) as entry (seq integer, actor text, message jsonb, effects jsonb,
    dropped jsonb, state jsonb, status text)
  order by seq
), asked as (
  insert into effects (case_id, effect_id, authority, event, type, class, effect, clock, due_at, created_at)
  select opened.id, ask.effect ->> 'id', authority, event, ask.effect ->> 'type', class, effect, clock,
    case clock when 'real' then now() else due end, now()
  from opened, jsonb_to_recordset($19) as ask (effect jsonb, class text, clock text, due timestamptz)
), audited as (
  insert into audit_inbox (entry) select entry from jsonb_array_elements($20) as entry
)
select number from opened`

/** Writes a new case with its first entries and effects. One per effect of a parent: the table sees to it. */
export async function insertCase(
  trx: Transaction<Database>,
  deps: EngineDeps,
  order: NewCase,
): Promise<StoredCase> {
  const now = deps.clock.realNow()
  const caseId = order.caseId ?? deps.chance.newId()
  const first = firstCourse(deps, { order, caseId, now })
  const course = await answerPure(trx, deps.handlers, first)
  const number = await insertRows(trx, deps, { order, course, now })
  await keepBooks(trx, null, course, now)
  return { ...course.case, number }
}

function firstCourse(
  deps: EngineDeps,
  { order, caseId, now }: { readonly order: NewCase; readonly caseId: string; readonly now: Date },
): Course {
  const { parent, openedBy, persons, acceptedOn, confirmed, ordered } = order
  const input = {
    data: order.data,
    mode: order.mode,
    parent: parent?.caseId ?? null,
    ...(persons && { persons }),
    ...(acceptedOn !== undefined && { acceptedOn }),
    ...(confirmed && { confirmed }),
    ...(ordered === true && { ordered }),
  }
  const advanced = open(getDefinition(order.event), { ...input, caseId })
  const stored: StoredCase = {
    id: caseId,
    number: '',
    event: order.event,
    authority: order.authority,
    parentId: input.parent,
    parentEffect: parent ? parent.effectId : null,
    followOn: parent ? parent.followOn : null,
    snapshot: advanced.snapshot,
    version: 1,
    machineVersion: releaseOf(deps).version,
    definitionHash: definitionHash(order.event),
    purpose: order.purpose,
    openedBy,
    editedBy: openedBy,
    openedAt: now,
    changedAt: now,
  }
  const first = begin(stored, { type: 'open', ...input }, advanced)
  return order.messages.reduce((course, message) => take(course, message, openedBy), first)
}

async function insertRows(
  trx: Transaction<Database>,
  deps: EngineDeps,
  { order, course, now }: { order: NewCase; course: Course; now: Date },
): Promise<string> {
  const { id, snapshot, version, parentId, parentEffect, followOn } = course.case
  const { status, stuckCause, assignee, deadline } = searchableOf(snapshot)
  const { rows } = await trx.executeQuery<{ number: string }>(
    CompiledQuery.raw(INSERT, [
      now.getUTCFullYear(),
      id,
      order.event,
      definitionHash(order.event),
      order.authority,
      parentId,
      parentEffect,
      followOn,
      JSON.stringify(snapshot),
      version,
      status,
      stuckCause,
      assignee,
      deadline,
      order.purpose,
      order.openedBy,
      now,
      entriesOf(course),
      asksOf(course, deps),
      `[${order.audit.join(',')}]`,
      releaseOf(deps).version,
    ]),
  )
  const [row] = rows
  if (!row) throw new Error(`case ${id} was not written`)
  return row.number
}
