import type { Read, Reply } from '../message.ts'
import type { Profile } from '../profile.ts'
import { type Expectation, readReply } from '../read-reply.ts'
import type { CallOptions, Exchange, FailureReason } from './contract.ts'
import type { Cookies } from './cookies.ts'
import type { Posted, Poster } from './post.ts'

/** One call on the wire. */
export interface Call {
  readonly action: Exchange['action']
  readonly service: string
  readonly bytes: Uint8Array
  /** The token that it must be made with, where that is another than the last one given. */
  readonly token?: string | null
  /** What may be shown of it, where that is not the bytes themselves. */
  readonly shown?: Uint8Array
  readonly expect: Expectation
}

/** What was heard: a readable reply to this very call, or why there is none. */
export type Heard =
  | { readonly type: 'heard'; readonly reply: Reply }
  | { readonly type: 'notSent'; readonly reason: FailureReason }
  | { readonly type: 'broken'; readonly reason: FailureReason }

/** When the register says that it answered, and between which moments of our own that was; these by `now`. */
export interface Dated {
  readonly date: Date
  readonly sentAt: number
  readonly heardAt: number
}

/** An answer as it was read, for whoever looks at how the register answers; the service is empty for a sign-on. */
export interface ToldReply {
  readonly service: string
  readonly read: Read<Reply>
}

interface CallerOptions {
  readonly poster: Poster
  readonly cookies: Cookies
  readonly profile: Profile
  readonly now: () => number
  readonly onDate?: ((dated: Dated) => void) | undefined
  readonly onReply?: ((told: ToldReply) => void) | undefined
}

export type Caller = (call: Call, options?: CallOptions) => Promise<Heard>

/** Posts, keeps the cookies, reads the answer and tells the listener. */
export function createCaller(parts: CallerOptions): Caller {
  const { poster, cookies, now, onDate } = parts
  return async (call, options) => {
    const start = now()
    const posted = await poster.post({
      bytes: call.bytes,
      cookie: cookies.header(call.token),
      fresh: call.action === 'save',
    })
    if (posted.type === 'answered') cookies.take(posted.cookies, { date: posted.date, at: now() })
    const date = dateOf(posted)
    if (date) onDate?.({ date, sentAt: start, heardAt: now() })
    const heard = hear(posted, call, parts)
    await options?.onExchange?.({
      service: call.service,
      action: call.action,
      request: toText(call.shown ?? call.bytes),
      reply: posted.bytes ? toText(posted.bytes) : null,
      outcome: nameOutcome(heard),
      milliseconds: Math.round(now() - start),
    })
    return heard
  }
}

function dateOf(posted: Posted): Date | null {
  const date = new Date((posted.type === 'answered' && posted.date) || '')
  return Number.isNaN(date.getTime()) ? null : date
}

function hear(posted: Posted, call: Call, { profile, onReply }: CallerOptions): Heard {
  if (posted.type !== 'answered') {
    const { type, reason, unreadable } = posted
    if (unreadable)
      onReply?.({ service: call.service, read: { type: 'unreadable', reason: unreadable } })
    return { type, reason }
  }
  if (posted.status === 503) return { type: 'broken', reason: 'closed' }
  if (posted.status !== 200) return { type: 'broken', reason: 'transport' }
  const { contentType, bytes } = posted
  const read = readReply(bytes, { contentType, expect: call.expect, profile })
  onReply?.({ service: call.service, read })
  if (read.type === 'unreadable') return { type: 'broken', reason: 'unreadable' }
  return { type: 'heard', reply: read.message }
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

function nameOutcome(heard: Heard): string {
  return heard.type === 'heard' ? `${heard.reply.receipt.code}` : heard.reason
}
