import { report, type Api, type CaseView, type Command, type Form } from './api.ts'

/** Words for journeys that tell more than one event: what is reported, what follows on it, and what is taken back. */

/** Opened, filled in, confirmed and reported; its follow-ons may still be due. */
export async function reported(api: Api, event: string, form: Form): Promise<CaseView> {
  const { caseId } = await api.open(event, form)
  return report(api, caseId)
}

/** Opens what follows on a case, fills it in and reports it. */
export async function followed(
  api: Api,
  caseId: string,
  order: Omit<Extract<Command, { type: 'openFollowOn' }>, 'type'>,
): Promise<CaseView> {
  const known = casesOf(await api.get(caseId), order.followOn)
  await api.command(caseId, { type: 'openFollowOn', ...order })
  const isNew = (one: string) => !known.includes(one)
  const found = await api.until(caseId, (one) => casesOf(one, order.followOn).some(isNew))
  return report(api, casesOf(found, order.followOn).find(isNew) ?? '')
}

/** Says that what might follow does not. */
export async function waived(
  api: Api,
  caseId: string,
  followOn: string,
  reason: string,
): Promise<void> {
  await api.command(caseId, { type: 'waiveFollowOn', followOn, reason })
}

const casesOf = ({ followOns }: CaseView, followOn: string): readonly string[] =>
  followOns.find(({ key }) => key === followOn)?.cases ?? []

/** What somebody must still do or may do, by follow-on. */
export const statesOf = ({ followOns }: CaseView): Readonly<Record<string, string>> =>
  Object.fromEntries(followOns.map(({ key, state }) => [key, state]))

/** The number of somebody in a case, by role. */
export function numberOf({ persons }: CaseView, role: string): string {
  const found = persons.find((person) => person.role === role)
  if (found === undefined) throw new Error(`the case knows no ${role}`)
  return found.pnr
}

/** Why a case cannot be taken back as things stand; empty where it can. */
export async function whyNotUndone(api: Api, caseId: string): Promise<readonly string[]> {
  const { blockers } = await api.trpc.cases.planUndo.query({ caseId })
  return blockers.filter(({ severity }) => severity === 'error').map(({ text }) => text.en)
}

/** Takes a case back with all that followed; what was done, in its order. What stays is left out. */
export async function takenBack(api: Api, caseId: string): Promise<readonly string[]> {
  const { steps } = await api.trpc.cases.planUndo.query({ caseId })
  await api.undo(caseId)
  await api.until(caseId, ({ status }) => status === 'undone')
  return steps.filter(({ policy }) => policy !== 'keep').map(({ operation }) => operation)
}
