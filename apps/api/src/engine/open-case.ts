import { getDefinition } from '@sagsgang/events'
import { type Message, open, type OpenInput } from '@sagsgang/machines'
import type { Kysely, Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { keepBooks } from './bookkeeping.ts'
import { definitionHash } from './definition-hash.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import type { StoredCase } from './ports.ts'
import { answerPure, begin, type Course, take } from './transition.ts'
import { type TakenKey, toStepText, writeStep, type Written } from './write-step.ts'

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

/** Writes a new case with its first entries and effects. One per effect of a parent: the table sees to it. */
export async function insertCase(
  trx: Transaction<Database>,
  deps: EngineDeps,
  order: NewCase,
): Promise<StoredCase> {
  const opening = await openingStep(trx, deps, { order, key: null })
  const { number } = await writeStep(trx, deps, opening)
  return { ...opening.course.case, number }
}

/** The same in one round trip, under the key it was ordered by; undefined, with nothing written, where that was used before. */
export async function insertAtOnce(
  deps: EngineDeps,
  order: NewCase,
  key: TakenKey,
): Promise<StoredCase | undefined> {
  const opening = await openingStep(deps.db, deps, { order, key })
  const written = await deps.steps.write(toStepText(deps, opening))
  return written && { ...opening.course.case, number: written.number }
}

async function openingStep(
  db: Kysely<Database>,
  deps: EngineDeps,
  { order, key }: { readonly order: NewCase; readonly key: TakenKey | null },
): Promise<Written> {
  const now = deps.clock.realNow()
  const caseId = order.caseId ?? deps.chance.newId()
  const first = firstCourse(deps, { order, caseId, now })
  const course = await answerPure(db, deps.handlers, first)
  const { openedBy: editedBy, audit } = order
  const books = keepBooks(null, course)
  return { course, books, from: null, claim: null, key, goesOn: null, editedBy, audit }
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
