import type { SignOn } from '../message.ts'
import type { Profile } from '../profile.ts'
import { publicCodes } from '../public-words.ts'
import { writeRequest } from '../write-request.ts'
import type { Call, Caller, Heard } from './caller.ts'
import type { CallOptions, FailureReason } from './contract.ts'
import type { Cookies } from './cookies.ts'

/** The register locks a user at the fifth wrong sign-on in a row; others may share the number. */
const mostWrong = 2

interface SignOnOptions {
  readonly caller: Caller
  readonly cookies: Cookies
  readonly user: string
  readonly password: () => string
  readonly profile: Profile
  readonly now: () => number
  readonly isMended: (withinMs: number) => Promise<boolean>
}

export interface Access {
  /** Null once a token is at hand, else why there is none. Callers at the same time share one sign-on. */
  readonly ensure: (options?: CallOptions) => Promise<FailureReason | null>
}

/** What the register has refused, and for which password: another one is worth a try. */
interface Refusal {
  readonly reason: FailureReason
  readonly password: string
  readonly count: number
  readonly at: number
}

export function createAccess(options: SignOnOptions): Access {
  const { cookies, caller, profile, now } = options
  let running: Promise<FailureReason | null> | null = null
  let refusal: Refusal | null = null

  const signOn = async (callOptions?: CallOptions): Promise<FailureReason | null> => {
    const password = options.password()
    if (refusal?.password !== password) refusal = null
    if (refusal !== null && refusal.count >= mostWrong) {
      if (!(await options.isMended(now() - refusal.at))) return refusal.reason
      refusal = { ...refusal, count: mostWrong - 1 }
    }
    const call = toCall({ type: 'signOn', user: options.user, password }, profile)
    const failure = judge(await caller(call, callOptions), cookies, profile)
    refusal = remember(refusal, failure, { password, at: now() })
    return failure?.reason ?? null
  }

  return {
    ensure: async (callOptions) => {
      if (cookies.token() !== null) return null
      running ??= signOn(callOptions).finally(() => {
        running = null
      })
      return running
    },
  }
}

/** A lost answer weighs nothing and forgets nothing; only a sign-on that succeeds wipes the slate. */
function remember(
  earlier: Refusal | null,
  failure: Failure | null,
  tried: Pick<Refusal, 'password' | 'at'>,
): Refusal | null {
  if (failure === null) return null
  if (failure.weight === 0) return earlier
  return { ...tried, reason: failure.reason, count: (earlier?.count ?? 0) + failure.weight }
}

function toCall(request: SignOn, profile: Profile): Call {
  return {
    action: 'signOn',
    service: '',
    bytes: writeRequest(request, profile),
    shown: writeRequest({ ...request, password: '***' }, profile),
    expect: { type: 'signOn' },
  }
}

interface Failure {
  readonly reason: FailureReason
  readonly weight: number
}

/** A locked user or an expired password is not tried twice. */
function judge(heard: Heard, cookies: Cookies, profile: Profile): Failure | null {
  if (heard.type !== 'heard') return { reason: heard.reason, weight: 0 }
  const { code } = heard.reply.receipt
  if (code === publicCodes.signedOn) {
    return cookies.token() === null ? { reason: 'unreadable', weight: 0 } : null
  }
  if (code === profile.codes.locked) return { reason: 'locked', weight: mostWrong }
  const isFinal = code === profile.codes.passwordExpired
  return { reason: 'signOnRefused', weight: isFinal ? mostWrong : 1 }
}
