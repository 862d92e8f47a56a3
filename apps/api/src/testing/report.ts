import type { CaseView } from '../case-view.ts'
import { ask, command, key, reached } from './system.ts'
import type { System } from './system.ts'

interface Order {
  readonly event: string
  readonly data: object
  readonly user?: string
}

const purpose = 'Anmeldelse modtaget'

/** A case that was submitted and confirmed, where it has come to rest. */
export async function report(
  system: System,
  { event, data, user = 'senior' }: Order,
): Promise<CaseView> {
  const order = { event, data, purpose, idempotencyKey: key() }
  const drafted: CaseView = await ask(system, 'cases.open', order, user)
  await command(system, drafted, { type: 'submit' }, user)
  const resting = ['draft', 'followOns', 'completed'] as const
  const met = await reached(system, drafted.caseId, ['confirming', ...resting], user)
  if (met.status !== 'confirming') return met
  const findings = met.findings.map(({ rule }) => rule)
  const reason = 'Oplysningen er set efter'
  await command(system, met, { type: 'confirm', findings, reason }, user)
  return reached(system, drafted.caseId, resting, user)
}
