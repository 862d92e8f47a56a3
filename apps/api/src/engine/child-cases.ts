import {
  type CaseData,
  emptyView,
  formerDataFor,
  getDefinition,
  personsOf,
  prefillOf,
} from '@sagsgang/events'
import type { RegisterView } from '@sagsgang/events'
import type { Effect } from '@sagsgang/machines'
import type { Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { outputOf } from '../effects/submissions.ts'
import { openedEvent } from '../opened-event.ts'
import type { EngineDeps } from './engine-deps.ts'
import { insertCase, type NewCase } from './open-case.ts'
import type { StoredCase } from './ports.ts'

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>

export type Opening = Pick<NewCase, 'event' | 'data' | 'mode' | 'messages'> &
  Partial<Pick<NewCase, 'persons' | 'acceptedOn' | 'confirmed' | 'ordered'>> & {
    readonly followOn: string | null
  }

/** The cases that a case opens by its effects. Purpose, authority and author are those of the case that opens them. */
export async function openChild(
  trx: Transaction<Database>,
  deps: EngineDeps,
  { parent, effectId, opening }: { parent: StoredCase; effectId: string; opening: Opening },
): Promise<string> {
  const { followOn, ...rest } = opening
  const child = await insertCase(trx, deps, {
    ...rest,
    authority: parent.authority,
    purpose: parent.purpose,
    openedBy: parent.editedBy,
    parent: { caseId: parent.id, effectId, followOn },
    audit: [],
  })
  return child.id
}

/** The follow-on's own data, over what is carried over from the case, its view and the register's answer. */
export async function followOnOpening(
  trx: Transaction<Database>,
  parent: StoredCase,
  { payload }: EffectOf<'openCase'>,
): Promise<Opening> {
  const known = { view: await viewOf(trx, parent.id), output: await outputOf(trx, parent) }
  return openingOf(parent, { payload }, known)
}

interface KnownAbove {
  readonly view: RegisterView
  readonly output: Readonly<Record<string, string>>
}

/** The same, of what the case above saw and was answered. */
export function openingOf(
  parent: StoredCase,
  { payload }: Pick<EffectOf<'openCase'>, 'payload'>,
  { view, output }: KnownAbove,
): Opening {
  const definition = getDefinition(parent.event)
  const followOn = definition.followOns.find(({ key }) => key === payload.followOn)
  if (!followOn) throw new Error(`no follow-on "${payload.followOn}" of "${parent.event}"`)
  const { context } = parent.snapshot
  const prefilled = prefillOf(
    definition,
    { followOn: followOn.key, person: payload.person ?? '', output },
    context.data,
    view,
  )
  const data = { ...prefilled, ...payload.data }
  const event = openedEvent(followOn)
  const opening = { event, data, messages: [], followOn: followOn.key }
  if (!payload.derived) return { ...opening, mode: 'report' }
  const persons = personsOf(getDefinition(event), data, view)
  const { on } = context.accepted
  return { ...opening, mode: 'derived', persons, ...(on !== null && { acceptedOn: on }) }
}

async function viewOf(trx: Transaction<Database>, caseId: string) {
  const row = await trx
    .selectFrom('case_views')
    .select('view')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row?.view ?? emptyView
}

/** A correction is ordered with everything it needs, so it is submitted as it is opened. */
export function correctionOpening({ payload }: EffectOf<'openCorrection'>): Opening {
  const { operation, data, reason, confirmed } = payload
  return { ...submitted(operation, { ...data, reason }), confirmed, ordered: true }
}

/** One step of an undo: the exact row, by the register's own time stamp. */
export function compensationOpening(
  { snapshot: { context } }: StoredCase,
  { payload }: EffectOf<'compensate'>,
): Opening {
  const step = context.plan[payload.step]
  if (!step) throw new Error(`no step ${payload.step} in the plan`)
  const { operation, data, confirmed } = step
  return {
    ...submitted(operation, { ...data, ...groundFor(operation, context.undoReason) }),
    confirmed,
    ordered: true,
  }
}

/** An event that is reported anew has a ground of its own, if any: that of the undo is not its. */
function groundFor(operation: string, reason: string | null): CaseData {
  const isMaintenance = getDefinition(operation).kind.type === 'maintenance'
  return isMaintenance && reason !== null ? { reason } : {}
}

function submitted(event: string, data: CaseData): Opening {
  const fields = new Set(getDefinition(event).fields.map(({ name }) => name))
  const known = Object.entries(data).filter(([name]) => fields.has(name))
  return {
    event,
    data: Object.fromEntries(known),
    mode: 'report',
    messages: [{ type: 'submit' }],
    followOn: null,
  }
}

/** The former-data case that takes this one's place, with what both forms know. */
export async function replacementOpening(
  trx: Transaction<Database>,
  parent: StoredCase,
  { payload }: EffectOf<'openReplacement'>,
): Promise<Opening> {
  return replacementFor(parent, payload.operation, await viewOf(trx, parent.id))
}

/** The same, of what the case saw. A person says the rest, and why. */
export function replacementFor(
  { event, snapshot: { context } }: StoredCase,
  operation: string,
  view: RegisterView,
): Opening {
  const data = formerDataFor(getDefinition(event), { data: context.data, view })
  return { ...submitted(operation, data), messages: [] }
}
