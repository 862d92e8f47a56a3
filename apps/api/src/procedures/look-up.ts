import { findService, type LookUpAnswer } from '@sagsgang/gctp'

import { refuse, refuseUnread } from '../errors.ts'
import type { LookUpView, PersonSummary } from '../register-view.ts'
import { plainPnr } from './field-input.ts'
import { toLookUpView } from './to-look-up-view.ts'
import type { SignedIn } from './trpc.ts'

type Description = NonNullable<ReturnType<typeof findService>>

interface LookUpOrder {
  readonly kind: 'lookup' | 'search'
  readonly service: string
  readonly keys: Readonly<Record<string, string>>
  readonly purpose: string
}

export async function lookUp(ctx: SignedIn, order: LookUpOrder): Promise<LookUpView> {
  const question = getQuestion(order)
  if (!ctx.services.lookUps.take(ctx.actor.user)) throw refuse('lookUpLimit')
  return toLookUpView(question.description, await askRegister(ctx, question))
}

function getQuestion(order: LookUpOrder): Question & { readonly description: Description } {
  const service = findService(order.service)
  if (service === undefined || !isKind(service, order.kind)) throw refuse('serviceUnknown')
  const keys = getKeys(service, order.keys)
  return { service: service.id, keys, purpose: order.purpose, description: service }
}

/** A helper service (roads, authorities) answers either way. */
const isKind = ({ kind }: Description, wanted: LookUpOrder['kind']) =>
  kind === wanted || kind === 'helper'

/** Codes as the service spells them. What a key says is for the register to judge, and costs nothing if it is refused. */
function getKeys(
  { keys }: Description,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const byName = new Map(keys.map((key) => [key.code.toLowerCase(), key]))
  const read = Object.entries(given).map(([code, value]) => {
    const key = byName.get(code.toLowerCase())
    if (key === undefined) throw refuse('keyUnknown')
    return [key.code, getKeyValue(key, value)] as const
  })
  const present = new Set(read.filter(([, value]) => value !== '').map(([code]) => code))
  const missing = keys.filter((key) => key.required && !present.has(key.code))
  if (missing.length > 0) throw refuse('keyMissing', { fields: missing.map(({ code }) => code) })
  return Object.fromEntries(read)
}

const unwritable = /[^\x20-\x7e\xa0-\xff]/

function getKeyValue({ code, format }: Description['keys'][number], value: string): string {
  const text = value.normalize('NFC').trim()
  const plain = format === 'pnr10' ? plainPnr(text) : text
  const isWrong =
    unwritable.test(plain) || (format === 'pnr10' && !/^\d{10}$/.test(plain) && plain !== '')
  if (isWrong) throw refuse('keyInvalid', { fields: [code] })
  return plain
}

type Found = Exclude<LookUpAnswer, { type: 'failed' }>

interface Question {
  readonly service: string
  readonly keys: Readonly<Record<string, string>>
  readonly purpose: string
}

/** The port writes it down before it leaves and after it returns. */
async function askRegister(ctx: SignedIn, { service, keys, purpose }: Question): Promise<Found> {
  const caller = { actor: ctx.actor, purpose, caseId: null, effectId: null }
  const answer = await ctx.services.register.lookUp(caller, { service, keys })
  if (answer.type === 'failed') throw refuseUnread(answer.reason)
  return answer
}

/** One line about a person, for the head of a form; the number is not shown again. */
export async function summarise(
  ctx: SignedIn,
  { pnr, purpose }: { pnr: string; purpose: string },
): Promise<PersonSummary> {
  const order = { kind: 'lookup', service: 'STAMP', keys: { PNR: pnr }, purpose } as const
  const question = getQuestion(order)
  const view = toLookUpView(question.description, await askRegister(ctx, question))
  return {
    found: view.found,
    name: view.protected ? null : (view.raw.ADRNVN ?? null),
    protected: view.protected,
    status: view.raw.STATUS ?? null,
  }
}
