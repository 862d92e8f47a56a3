import { z } from 'zod'

import { purpose } from '../procedures/inputs.ts'

const word = z.string().min(1).max(100)
const runId = z.string().min(1).max(100)

export const oneRun = z.strictObject({ runId })

export const runInput = z.strictObject({
  runId,
  /** The place of the last one that was seen. */
  after: z.int().min(0).max(2_000_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
})

export const previewInput = z.strictObject({
  cause: word,
  event: word.optional(),
  cursor: z.string().max(30).nullish(),
  limit: z.int().min(1).max(200).default(50),
})

const moment = z.iso.datetime({ offset: true })

export const startInput = z
  .strictObject({
    cause: word,
    event: word.optional(),
    caseIds: z.array(word).min(1).max(1000).optional(),
    /** All of the cause, as they stand when it is ordered. */
    all: z.boolean().optional(),
    /** How many a second, once the first has been proven. */
    onePerSecond: z.number().min(0.01).max(10).default(1),
    at: moment.optional(),
    idempotencyKey: word,
  })
  .refine(({ caseIds, all }) => (caseIds !== undefined) !== (all === true))

const caseId = word
const reason = z.string().trim().min(3).max(1000)

/** A purpose says that the register is to be asked anew. */
export const evidenceInput = z
  .strictObject({ caseId, refresh: z.boolean().optional(), purpose: purpose.optional() })
  .refine((asked) => (asked.refresh === true) === (asked.purpose !== undefined))

export const proposalInput = z.strictObject({
  caseId,
  expectedVersion: z.int().min(1).max(2_000_000_000),
  outcome: z.enum(['applied', 'notApplied']),
  reason,
  against: reason.optional(),
})

export const lostDecisionInput = z.strictObject({
  id: word,
  outcome: z.enum(['applied', 'notApplied']),
  reason,
})

/** Who was given a number, where the register shows nobody by itself. */
export const decisionInput = proposalInput.extend({ idempotencyKey: word, person: word.optional() })
