import type { Message } from '@sagsgang/machines'

import type { Stepped, StoredCase } from '../engine/ports.ts'
import { refuse } from '../errors.ts'
import type { SignedIn } from './trpc.ts'

/** The case as stepped; a refusal becomes the error of its word, with the version where the case stands. */
export function getStepped(stepped: Stepped): StoredCase {
  if (stepped.type !== 'refused') return stepped.case
  const version = stepped.case?.version
  throw refuse(stepped.reason, version === undefined ? {} : { version })
}

/** A message from this person, whatever version the case has; answers the version where it then stands. */
export async function sendTo(
  { services, actor }: Pick<SignedIn, 'services' | 'actor'>,
  caseId: string,
  message: Message,
  idempotencyKey: string,
): Promise<number> {
  const order = { caseId, message, actor, expectedVersion: null, idempotencyKey }
  const stepped = await services.engine.send(order)
  const isRefused = stepped.type === 'refused' && stepped.reason === 'commandNotAllowed'
  if (isRefused && message.type === 'openFollowOn') throw refuse('followOnNotOffered')
  return getStepped(stepped).version
}
