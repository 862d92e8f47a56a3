import { findService, type LookUpAnswer } from '@sagsgang/gctp'

import { refuse, refuseUnread } from '../errors.ts'
import type { LookUpView, PersonSummary } from '../register-view.ts'
import { getLookUpKeys } from './look-up-keys.ts'
import {
  readAnswer,
  saysProtected,
  tellsUnmarked,
  toLookUpView,
  type ReadAnswer,
  type Sight,
} from './to-look-up-view.ts'
import type { SignedIn } from './trpc.ts'
import { marksItsPerson } from './veil.ts'

type Description = NonNullable<ReturnType<typeof findService>>

interface LookUpOrder {
  readonly kind: 'lookup' | 'search'
  readonly service: string
  readonly keys: Readonly<Record<string, string>>
  readonly purpose: string
  readonly reason?: string | undefined
}

export async function lookUp(ctx: SignedIn, order: LookUpOrder): Promise<LookUpView> {
  const question = getQuestion(order)
  if (!ctx.services.lookUps.take(ctx.actor.user)) throw refuse('lookUpLimit')
  const answer = readAnswer(question.description, await askRegister(ctx, question), question.keys)
  return toLookUpView(answer, await getSight(ctx, question, answer))
}

function getQuestion(order: LookUpOrder): Question {
  const service = findService(order.service)
  if (service === undefined || !isKind(service, order.kind)) throw refuse('serviceUnknown')
  const keys = getLookUpKeys(service, order.keys)
  const { purpose, reason } = order
  return { service: service.id, keys, purpose, reason, description: service }
}

/** A helper service (roads, authorities) answers either way. */
const isKind = ({ kind }: Description, wanted: LookUpOrder['kind']) =>
  kind === wanted || kind === 'helper'

type Found = Exclude<LookUpAnswer, { type: 'failed' }>

interface Question {
  readonly service: string
  readonly keys: Readonly<Record<string, string>>
  readonly purpose: string
  readonly reason: string | undefined
  readonly description: Description
}

type Asked = Pick<Question, 'service' | 'keys' | 'purpose'>

/** The port writes it down before it leaves and after it returns. */
async function askRegister(ctx: SignedIn, { service, keys, purpose }: Asked): Promise<Found> {
  const caller = { actor: ctx.actor, purpose, caseId: null, effectId: null }
  const answer = await ctx.services.register.lookUp(caller, { service, keys })
  if (answer.type === 'failed') throw refuseUnread(answer.reason)
  return answer
}

/** Name and address of a protected person are shown to whoever says why; that is written down. */
async function getSight(ctx: SignedIn, question: Question, answer: ReadAnswer): Promise<Sight> {
  const person = question.keys['PNR'] ?? null
  if (person === null) return { person, isProtected: false, isShown: false }
  const isProtected = await isPersonProtected(ctx, { ...question, person }, answer)
  const { reason } = question
  if (!isProtected || reason === undefined) return { person, isProtected, isShown: !isProtected }
  const { auditor, db } = ctx.services
  const row = { actor: ctx.actor, action: 'person.reveal', outcome: 'shown' }
  await auditor.record(db, { ...row, pnr: person, purpose: reason })
  return { person, isProtected, isShown: true }
}

const baseService = 'STAMP'

/** Most services do not say whether their person is protected: base data do, and are asked where it matters. */
async function isPersonProtected(
  ctx: SignedIn,
  { person, purpose, description }: Question & { readonly person: string },
  answer: ReadAnswer,
): Promise<boolean> {
  if (saysProtected(answer, person)) return true
  if (marksItsPerson(description) || !tellsUnmarked(answer)) return false
  const base = { service: baseService, keys: { PNR: person }, purpose }
  const own = findService(baseService)
  if (own === undefined) throw refuse('serviceUnknown')
  return saysProtected(readAnswer(own, await askRegister(ctx, base), base.keys), person)
}

/** One line about a person, for the head of a form; the number is not shown again. */
export async function summarise(
  ctx: SignedIn,
  { pnr, purpose }: { pnr: string; purpose: string },
): Promise<PersonSummary> {
  const keys = { PNR: pnr }
  const question = getQuestion({ kind: 'lookup', service: baseService, keys, purpose })
  const answer = readAnswer(question.description, await askRegister(ctx, question), question.keys)
  const view = toLookUpView(answer, await getSight(ctx, question, answer))
  return {
    found: view.found,
    name: view.protected ? null : (view.raw.ADRNVN ?? null),
    protected: view.protected,
    status: view.raw.STATUS ?? null,
  }
}
