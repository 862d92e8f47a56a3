import type { TRPCError } from '@trpc/server'

import { refuse } from '../errors.ts'

/** The register gave nothing usable: outside its hours, or out of order. */
export function unread(reason: string): TRPCError {
  return refuse(reason === 'closed' ? 'registerClosed' : 'registerUnavailable')
}
