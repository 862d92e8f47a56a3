import { type CaseData, findDefinition } from '@sagsgang/events'
import type { Kysely, Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { findCase } from './case-row.ts'
import type { EngineDeps } from './engine-deps.ts'
import { hashOfBody, keyOwner, takeKey } from './idempotency.ts'
import { insertAtOnce, insertCase, type NewCase } from './open-case.ts'
import { KEYED, withPatience } from './patience.ts'
import type { OpenCase, SendCommand, Stepped, StoredCase } from './ports.ts'

/** A case of its own, once per key. */
export async function openAlone(
  deps: EngineDeps,
  order: Omit<OpenCase, 'parent'>,
): Promise<Stepped> {
  const { event, data, purpose, actor, idempotencyKey: key } = order
  if (!findDefinition(event)) return { type: 'refused', reason: 'eventUnknown' }
  const body = { open: event, data, purpose }
  const taken = { owner: keyOwner(actor), key, requestHash: hashOfBody(body) }
  const underKey = (opening: Opening) => async (trx: Transaction<Database>) => {
    const { caseId } = opening
    const use = await takeKey(trx, { actor, key, body, caseId, now: deps.clock.realNow() })
    if (use.type !== 'first') return usedKey(trx, use.type === 'again' ? use.caseId : null)
    return { type: 'stepped', case: await insertCase(trx, deps, opening) } as const
  }
  // Another case each time: one that was committed unheard is in nobody's way, and found by its key.
  const once = async (): Promise<Stepped> => {
    const opening = openingOf(deps, order)
    const stored = await insertAtOnce(deps, opening, taken)
    if (!stored) return deps.db.transaction().execute(underKey(opening))
    deps.cases.keep(stored)
    return { type: 'stepped', case: stored }
  }
  const stepped = await withPatience(deps.timers, once, KEYED)
  deps.hints.tell()
  return stepped
}

type Opening = NewCase & Required<Pick<NewCase, 'caseId'>>

function openingOf(
  { auditor, chance }: EngineDeps,
  { event, data, purpose, actor }: Omit<OpenCase, 'parent'>,
): Opening {
  const caseId = chance.newId()
  const entry = { actor, action: 'case.open', outcome: 'done', caseId, purpose }
  return {
    caseId,
    event,
    data,
    mode: 'report',
    parent: null,
    messages: [],
    authority: actor.authority,
    purpose,
    openedBy: actor.user,
    audit: [auditor.toJson(entry)],
  }
}

async function usedKey(trx: Kysely<Database>, caseId: string | null): Promise<Stepped> {
  const stored = caseId === null ? undefined : await findCase(trx, caseId)
  return stored
    ? { type: 'repeated', case: stored }
    : { type: 'refused', reason: 'idempotencyKeyReused' }
}

/** By the parent's own command: whether its follow-on may be opened is for the parent to say. */
export async function openUnder(
  db: Kysely<Database>,
  send: (command: SendCommand) => Promise<Stepped>,
  { parent, data, actor, idempotencyKey }: OpenCase & Required<Pick<OpenCase, 'parent'>>,
): Promise<Stepped> {
  const { caseId, followOn } = parent
  const stored = await findCase(db, caseId)
  if (!stored) return { type: 'refused', reason: 'caseNotFound' }
  const person = personMeant(stored, followOn, data)
  const message = { type: 'openFollowOn', followOn, data, ...(person && { person }) } as const
  const stepped = await send({ caseId, message, actor, idempotencyKey, expectedVersion: null })
  if (stepped.type === 'refused') {
    const isClosed = stepped.reason === 'commandNotAllowed'
    return isClosed ? { ...stepped, reason: 'followOnNotOffered' } : stepped
  }
  const opened = await openedFor(db, stepped.case, { followOn, person })
  return opened
    ? { type: stepped.type, case: opened }
    : { type: 'refused', reason: 'followOnNotOffered', case: stepped.case }
}

function personMeant(stored: StoredCase, followOn: string, data: CaseData): string | undefined {
  const people = stored.snapshot.context.followOns[followOn]?.people ?? []
  return people.find((pnr) => pnr === data['personnummer'])
}

async function openedFor(
  db: Kysely<Database>,
  parent: StoredCase,
  { followOn, person }: { followOn: string; person: string | undefined },
): Promise<StoredCase | undefined> {
  const children = parent.snapshot.context.followOns[followOn]?.cases ?? []
  const child = children.findLast((one) => person === undefined || one.person === person)
  return child && findCase(db, child.caseId)
}
