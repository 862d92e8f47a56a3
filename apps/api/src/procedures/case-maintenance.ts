import { getDefinition } from '@sagsgang/events'

import type { CaseView } from '../case-view.ts'
import { refuse } from '../errors.ts'
import type { PlanView, RehearsalView } from '../plan-view.ts'
import { getChange, sendMessage, showCase } from './case-orders.ts'
import { getGuarded } from './guarded-case.ts'
import type { FieldValues, PlanUndoInput, RehearseInput, UndoInput } from './inputs.ts'
import { openedBy } from './opened-by.ts'
import { sendTo } from './stepped.ts'
import type { SignedIn } from './trpc.ts'

export async function planUndo(ctx: SignedIn, { caseId, also }: PlanUndoInput): Promise<PlanView> {
  await getGuarded(ctx, caseId, 'cases.plan')
  return ctx.services.planner.planUndo(caseId, ctx.actor, also)
}

/** The case itself: its steps are carried out by maintenance cases, one after the other. */
export async function undoCase(ctx: SignedIn, order: UndoInput): Promise<CaseView> {
  const { caseId, reason, idempotencyKey, also, plan: seen } = order
  await getGuarded(ctx, caseId, 'cases.undo')
  const chosen = { ...(also && { also }), ...(seen !== undefined && { seen }) }
  const message = { type: 'undo', reason, ...chosen } as const
  return sendMessage(ctx, { caseId, message, idempotencyKey, expectedVersion: null })
}

export async function planCorrection(
  ctx: SignedIn,
  caseId: string,
  values: FieldValues,
): Promise<PlanView> {
  const { record } = await getGuarded(ctx, caseId, 'cases.plan')
  const data = getChange(getDefinition(record.event), values)
  return (await ctx.services.planner.planCorrection(caseId, data, ctx.actor)).plan
}

/** What the register says of a plan's steps, asked without saving: it knows nothing of it afterwards. */
export async function rehearse(ctx: SignedIn, input: RehearseInput): Promise<RehearsalView> {
  const { record } = await getGuarded(ctx, input.caseId, 'cases.rehearse')
  const { planner } = ctx.services
  if (!('data' in input)) return planner.rehearseUndo(input.caseId, ctx.actor, input.also)
  const data = getChange(getDefinition(record.event), input.data)
  return planner.rehearseCorrection(input.caseId, data, ctx.actor)
}

/** The maintenance case that carries the correction out. */
export async function correctCase(
  ctx: SignedIn,
  order: Pick<UndoInput, 'caseId' | 'reason' | 'idempotencyKey'> & { readonly data: FieldValues },
): Promise<CaseView> {
  const { caseId, reason, idempotencyKey } = order
  const { record } = await getGuarded(ctx, caseId, 'cases.correct')
  const opened = await openedBy(ctx, {
    caseId,
    idempotencyKey,
    body: { correct: order },
    send: async () => {
      const changed = getChange(getDefinition(record.event), order.data)
      const { planner } = ctx.services
      const planned = (await planner.planCorrection(caseId, changed, ctx.actor)).order
      if (planned === null) throw refuse('nothingToCorrect')
      return sendTo(ctx, caseId, { type: 'correct', ...planned, reason }, idempotencyKey)
    },
  })
  return showCase(ctx, opened)
}
