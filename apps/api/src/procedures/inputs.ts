import { statuses } from '@sagsgang/machines'
import { z } from 'zod'

/** What may be said to the api. Unknown keys are refused: nobody sets an authority, a role or a state from outside. */

const caseId = z.string().min(1).max(100)
export const eventId = z.string().min(1).max(100)
const idempotencyKey = z.string().min(1).max(100)
export const purpose = z.string().trim().min(10).max(500)
const reason = z.string().trim().min(3).max(1000)

const holder = z.strictObject({
  relation: z.string().max(100),
  personnummer: z.string().max(100).optional(),
})

const fieldValue = z.union([
  z.string().max(4000),
  z.boolean(),
  z.array(z.string().max(4000)).max(100),
  z.array(holder).max(100),
])

/** Names and kinds are judged against the event's own fields afterwards. */
const fieldValues = z.record(z.string().max(100), fieldValue.nullable())
export type FieldValues = z.infer<typeof fieldValues>

const followOn = z.string().min(1).max(100)
const person = z.string().min(1).max(100)

const command = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fill'), data: fieldValues }),
  z.strictObject({ type: z.literal('submit') }),
  z.strictObject({
    type: z.literal('confirm'),
    findings: z.array(z.string().min(1).max(200)).max(200),
    reason,
  }),
  z.strictObject({ type: z.literal('withdraw'), reason }),
  z.strictObject({
    type: z.literal('openFollowOn'),
    followOn,
    person: person.optional(),
    data: fieldValues.optional(),
  }),
  z.strictObject({ type: z.literal('waiveFollowOn'), followOn, reason }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({
    type: z.literal('decide'),
    outcome: z.enum(['applied', 'notApplied']),
    reason,
    /** Who was given a number, where the register shows nobody by itself. */
    person: person.optional(),
  }),
  z.strictObject({ type: z.literal('assign'), to: z.string().min(1).max(100) }),
  z.strictObject({ type: z.literal('stopUndo'), reason }),
])
export type CommandInput = z.infer<typeof command>

export const openInput = z.strictObject({
  event: eventId,
  data: fieldValues.optional(),
  purpose,
  idempotencyKey,
  /** The accepted primary; with a key and a person where the event stands for several. */
  parent: z
    .union([
      caseId,
      z.strictObject({ caseId, followOn: followOn.optional(), person: person.optional() }),
    ])
    .optional(),
})
export type OpenInput = z.infer<typeof openInput>

export const commandInput = z.strictObject({
  caseId,
  expectedVersion: z.int().min(1).max(2_000_000_000),
  idempotencyKey,
  command,
})

const status = z.enum(statuses)

export const listInput = z.strictObject({
  status: z.union([status, z.array(status).min(1).max(statuses.length)]).optional(),
  event: eventId.optional(),
  /** The full number. */
  person: z.string().max(20).optional(),
  /** `me` stands for who asks. */
  assignee: z.string().min(1).max(100).nullable().optional(),
  overdue: z.boolean().optional(),
  stuck: z.boolean().optional(),
  /** Cases that this one opened. */
  parent: caseId.optional(),
  text: z.string().max(200).optional(),
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(200).default(50),
})
export type ListInput = z.infer<typeof listInput>

export const oneCase = z.strictObject({ caseId })
export const revealInput = z.strictObject({
  caseId,
  pnr: z.string().min(10).max(11),
  reason: reason.optional(),
})
export const caseAt = z.strictObject({ caseId, seq: z.int().min(0).max(2_000_000_000) })
/** Cases that need not be undone and are, as the person chose. */
const also = z.array(caseId).max(200).optional()
export const planUndoInput = z.strictObject({ caseId, also })
export type PlanUndoInput = z.infer<typeof planUndoInput>
export const undoInput = planUndoInput.extend({
  reason,
  idempotencyKey,
  /** Fingerprint of the plan that the person saw: no other is carried out. */
  plan: z.string().min(1).max(200).optional(),
})
export type UndoInput = z.infer<typeof undoInput>
export const planCorrectionInput = z.strictObject({ caseId, data: fieldValues })
export const correctInput = z.strictObject({ caseId, data: fieldValues, reason, idempotencyKey })
/** Of an undo, or of a correction where data are given. */
export const rehearseInput = z.union([planUndoInput, planCorrectionInput])
export type RehearseInput = z.infer<typeof rehearseInput>
export const watchInput = z
  .strictObject({
    lastEventId: z
      .string()
      .regex(/^\d{1,18}$/)
      .nullish(),
  })
  .optional()

export const searchInput = z.strictObject({
  service: z.string().min(1).max(30),
  keys: z.record(z.string().max(30), z.string().max(200)),
  purpose,
})

export const lookUpInput = searchInput.extend({
  /** Shows name and address of a protected person; written down. */
  reason: reason.optional(),
})

export const historyInput = z.strictObject({
  person: z.string().min(10).max(11),
  dataType: z.string().min(1).max(100),
  purpose,
  /** Shows what is said of a protected person; written down. */
  reason: reason.optional(),
})
export type HistoryInput = z.infer<typeof historyInput>

export const auditInput = z.strictObject({
  caseId: caseId.optional(),
  /** The full number: only its keyed hash is looked for. */
  person: z.string().max(20).optional(),
  action: z.string().max(100).optional(),
  user: z.string().max(100).optional(),
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(200).default(50),
})
