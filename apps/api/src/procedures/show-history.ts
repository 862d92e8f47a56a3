import { refuse, refuseUnread } from '../errors.ts'
import { findDataType, type DataType } from '../history/data-types.ts'
import { toHistoryView } from '../history/to-history-view.ts'
import { readRows } from '../register-client/read-view.ts'
import type { HistoryView } from '../register-view.ts'
import { plainPnr } from './field-input.ts'
import type { HistoryInput } from './inputs.ts'
import type { SignedIn } from './trpc.ts'

/** What the register says and has said of somebody; of a protected person, only with a reason that is written down. */
export async function showHistory(ctx: SignedIn, input: HistoryInput): Promise<HistoryView> {
  const dataType = findDataType(input.dataType)
  if (dataType === undefined) throw refuse('dataTypeUnknown')
  const pnr = plainPnr(input.person)
  if (!/^\d{10}$/.test(pnr)) throw refuse('keyInvalid', { fields: ['person'] })
  const { services, actor } = ctx
  if (!services.lookUps.take(actor.user)) throw refuse('lookUpLimit')
  const person = await readPerson(ctx, dataType, { pnr, purpose: input.purpose })
  const { reason } = input
  if (person?.protected === true && reason !== undefined) {
    await services.auditor.record(services.db, {
      actor,
      action: 'person.reveal',
      outcome: 'shown',
      pnr,
      purpose: reason,
    })
  }
  const today = services.register.today()
  return toHistoryView(dataType, actor, { person, today, hasReason: reason !== undefined })
}

interface Question {
  readonly pnr: string
  readonly purpose: string
}

async function readPerson(
  { services, actor }: SignedIn,
  { entities, columns }: DataType,
  { pnr, purpose }: Question,
) {
  const caller = { actor, purpose, caseId: null, effectId: null }
  const looked = await readRows(services.register, caller, { people: [pnr], entities, columns })
  if (looked.type !== 'read') throw refuseUnread(looked.reason)
  return looked.view.people[pnr] ?? null
}
