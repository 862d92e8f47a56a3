import { landingPlaces } from '@sagsgang/machines'
import { z } from 'zod'

const word = z.string().min(1).max(100)
const reason = z.string().trim().min(3).max(1000)

export const proposalInput = z.strictObject({
  caseId: word,
  to: z.enum(landingPlaces),
  reason,
  idempotencyKey: word,
})
export type ProposalInput = z.infer<typeof proposalInput>

export const approvalInput = z.strictObject({
  caseId: word,
  landingId: word,
  idempotencyKey: word,
})
export type ApprovalInput = z.infer<typeof approvalInput>

export const rejectionInput = approvalInput.extend({ reason })
export type RejectionInput = z.infer<typeof rejectionInput>
