import { documentersIn, viewFromAnswers } from '@sagsgang/events'

import { refuse, refuseUnread } from '../errors.ts'
import { findDataType, type DataType } from '../history/data-types.ts'
import { toHistoryView, type Seen } from '../history/to-history-view.ts'
import { readAnswers, rowQueries } from '../register-client/read-view.ts'
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
  const read = await readPerson(ctx, dataType, { pnr, purpose: input.purpose })
  const { reason } = input
  if (read.person?.protected === true && reason !== undefined) {
    await services.auditor.record(services.db, {
      actor,
      action: 'person.reveal',
      outcome: 'shown',
      pnr,
      purpose: reason,
    })
  }
  return toHistoryView(dataType, actor, { ...read, hasReason: reason !== undefined })
}

interface Question {
  readonly pnr: string
  readonly purpose: string
}

async function readPerson(
  { services, actor }: SignedIn,
  { entities, columns }: DataType,
  { pnr, purpose }: Question,
): Promise<Pick<Seen, 'person' | 'documenterOf' | 'today'>> {
  const caller = { actor, purpose, caseId: null, effectId: null }
  const queries = rowQueries({ people: [pnr], entities, columns })
  const answered = await readAnswers(services.register, caller, queries)
  if (answered.type !== 'read') throw refuseUnread(answered.reason)
  const { answers } = answered
  const today = services.register.today()
  const person = viewFromAnswers(answers, today).people[pnr] ?? null
  return { person, documenterOf: documentersIn(answers), today }
}
