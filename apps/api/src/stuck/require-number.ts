import { refuse } from '../errors.ts'
import { plainPnr } from '../procedures/field-input.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { learnNumber } from './learn-number.ts'

interface Deciding {
  readonly caseId: string
  readonly outcome: 'applied' | 'notApplied'
  /** Whom the register gave a number, where whoever decides has asked for it. */
  readonly person?: string | undefined
}

/** Nobody says that a save was applied without the number that it gave: what follows could not begin. */
export async function requireNumber(
  { services, actor }: SignedIn,
  { caseId, outcome, person }: Deciding,
): Promise<void> {
  if (outcome !== 'applied') return
  const deps = { ...services, port: services.register }
  const named = person === undefined ? undefined : plainPnr(person)
  const learnt = await learnNumber(deps, actor, caseId, named)
  if (learnt === 'missing') throw refuse('numberMissing')
  if (learnt === 'notGiven') throw refuse('numberNotGiven')
}
