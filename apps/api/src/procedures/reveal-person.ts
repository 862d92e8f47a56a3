import { refuse } from '../errors.ts'
import { plainPnr } from './field-input.ts'
import { getGuarded } from './guarded-case.ts'
import { membersOf } from './members.ts'
import type { SignedIn } from './trpc.ts'

interface RevealOrder {
  readonly caseId: string
  readonly pnr: string
  readonly reason?: string | undefined
}

export interface Revealed {
  /** False where the person is protected and no reason was given: nothing is shown, nothing written. */
  readonly shown: boolean
}

/** Showing a number in full is written down; of a protected person, only with a reason. */
export async function revealPerson(
  ctx: SignedIn,
  { caseId, pnr, reason }: RevealOrder,
): Promise<Revealed> {
  const { record } = await getGuarded(ctx, caseId, 'cases.readContent')
  const number = plainPnr(pnr)
  const isFound = record.snapshot.context.findings.some(({ people }) => people?.includes(number))
  if (!isFound && membersOf(record).every((person) => person.pnr !== number)) {
    throw refuse('personUnknown')
  }
  // One whom a search found has not been looked up: whether they are protected is not known.
  const takesReason = record.people[number]?.protected ?? isFound
  if (takesReason && reason === undefined) return { shown: false }
  const { auditor, db } = ctx.services
  const purpose = reason ?? record.purpose
  const row = { actor: ctx.actor, action: 'person.reveal', outcome: 'shown' }
  await auditor.record(db, { ...row, caseId, pnr: number, purpose })
  return { shown: true }
}
