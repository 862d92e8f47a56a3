import { findDefinition, type EventDefinition, getDefinition } from '@sagsgang/events'
import type { Command, Message } from '@sagsgang/machines'

import { authorize } from '../access/authorize.ts'
import { mayReport } from '../access/may-report.ts'
import { rightToOpen } from '../access/right-to-open.ts'
import type { CaseView } from '../case-view.ts'
import { refuse } from '../errors.ts'
import { openedEvent } from '../opened-event.ts'
import { requireNumber } from '../stuck/require-number.ts'
import { findCaseRecord, type CaseRecord } from './case-record.ts'
import { plainPnr, toChange, withoutEmpty } from './field-input.ts'
import { getGuarded } from './guarded-case.ts'
import type { CommandInput, FieldValues, OpenInput } from './inputs.ts'
import { openUnderParent } from './open-under-parent.ts'
import { findRowMeant } from './row-meant.ts'
import { getStepped } from './stepped.ts'
import { actionOf, toCaseView, withoutContent } from './to-case-view.ts'
import type { SignedIn } from './trpc.ts'

/** A new case, or the one that this key opened before. */
export async function openCase(ctx: SignedIn, input: OpenInput): Promise<CaseView> {
  const definition = findDefinition(input.event)
  if (definition === undefined) throw refuse('eventUnknown')
  const data = withoutEmpty(getChange(definition, input.data ?? {}))
  if (input.parent !== undefined) {
    return showCase(ctx, await openUnderParent(ctx, { ...input, data }))
  }
  const verdict = authorize(ctx.actor, rightToOpen(definition), null)
  if (verdict.type === 'denied') throw refuse(verdict.reason)
  if (!mayReport(definition, ctx.actor)) throw refuse('authorityNotReporter')
  const { purpose, idempotencyKey } = input
  const order = { event: input.event, data, purpose, actor: ctx.actor, idempotencyKey }
  return showCase(ctx, getStepped(await ctx.services.engine.open(order)).id)
}

/** The typed values as a change of data; refused by the word for what is wrong. */
export function getChange(definition: EventDefinition, values: FieldValues) {
  const change = toChange(definition, values)
  if (change instanceof Error) throw refuse(change)
  return change
}

interface CommandOrder {
  readonly caseId: string
  readonly expectedVersion: number
  readonly idempotencyKey: string
  readonly command: CommandInput
}

/** A command from a person, to the version of the case that they saw. */
export async function commandCase(ctx: SignedIn, order: CommandOrder): Promise<CaseView> {
  const { record } = await getGuarded(ctx, order.caseId, (found) =>
    actionOf(order.command.type, found),
  )
  const message = toCommand(getDefinition(record.event), order.command)
  // Asked only of the version that was seen: an older one is a conflict, or an order that is repeated.
  if (order.expectedVersion === record.version) {
    refuseUnknown(record, order.command)
    if (order.command.type === 'decide')
      await requireNumber(ctx, { ...order.command, caseId: order.caseId })
  }
  return sendMessage(ctx, { ...order, message })
}

function refuseUnknown({ status, snapshot: { context } }: CaseRecord, command: CommandInput): void {
  if (command.type !== 'confirm' || status !== 'confirming') return
  const known = new Set([...context.findings.map(({ rule }) => rule), ...context.confirmed])
  if (command.findings.some((rule) => !known.has(rule))) throw refuse('findingUnknown')
}

function toCommand(definition: EventDefinition, command: CommandInput): Command {
  if (command.type === 'fill') return { type: 'fill', data: getChange(definition, command.data) }
  if (command.type === 'decide') return withoutPerson(command)
  if (command.type !== 'openFollowOn') return command
  const { followOn, person, data } = command
  const meant = definition.followOns.find(({ key }) => key === followOn)
  if (meant === undefined) throw refuse('followOnUnknown')
  const opened = findDefinition(openedEvent(meant))
  const given = opened === undefined ? {} : withoutEmpty(getChange(opened, data ?? {}))
  return {
    type: 'openFollowOn',
    followOn,
    data: given,
    ...(person !== undefined && { person: plainPnr(person) }),
  }
}

/** A number is proven before it counts, and stands with the save that gave it: no journal repeats it. */
function withoutPerson({ type, outcome, reason }: Extract<CommandInput, { type: 'decide' }>) {
  return { type, outcome, reason }
}

interface MessageOrder {
  readonly caseId: string
  readonly expectedVersion: number | null
  readonly idempotencyKey: string
  readonly message: Message
}

export async function sendMessage(ctx: SignedIn, order: MessageOrder): Promise<CaseView> {
  const { caseId, expectedVersion, idempotencyKey, message } = order
  const stepped = await ctx.services.engine.send({
    caseId,
    message,
    actor: ctx.actor,
    expectedVersion,
    idempotencyKey,
  })
  return showCase(ctx, getStepped(stepped).id)
}

/** The case as it stands now, as far as this person may see. */
export async function showCase(ctx: SignedIn, caseId: string): Promise<CaseView> {
  const record = await findCaseRecord(ctx.services.db, caseId)
  if (record === undefined) throw refuse('caseNotFound')
  const view = toCaseView(record, ctx, await findRowMeant(ctx.services.db, record))
  return ctx.sight === 'metadata' ? withoutContent(view) : view
}
