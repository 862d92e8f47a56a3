import type { SignOn } from '../message.ts'
import type { Profile } from '../profile.ts'
import { publicCodes } from '../public-words.ts'
import { writeRequest } from '../write-request.ts'
import type { Call, Caller, Heard } from './caller.ts'
import type { CallOptions, FailureReason } from './contract.ts'
import type { Cookies } from './cookies.ts'
import { mostWrong, type SignOnBook, type SignOnRefusal, type SignOnTurn } from './sign-on-book.ts'

interface SignOnOptions {
  readonly caller: Caller
  readonly cookies: Cookies
  readonly user: string
  readonly password: () => string
  readonly profile: Profile
  readonly book: SignOnBook
}

export interface Access {
  /** Null once a token is at hand, else why there is none. Callers at the same time share one sign-on. */
  readonly ensure: (options?: CallOptions) => Promise<FailureReason | null>
}

export function createAccess(options: SignOnOptions): Access {
  const { cookies, caller, profile, book } = options
  let running: Promise<FailureReason | null> | null = null

  const signOn = async (callOptions?: CallOptions): Promise<FailureReason | null> => {
    const password = options.password()
    const turn = await book.begin(password)
    if (turn === null) return 'unreachable'
    const earlier = await forgive(turn)
    if (earlier !== null && earlier.count >= mostWrong) {
      await turn.end(turn.refusal)
      return earlier.reason
    }
    const call = toCall({ type: 'signOn', user: options.user, password }, profile)
    const failure = judge(await caller(call, callOptions), cookies, profile)
    await turn.end(remember(earlier, failure))
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

/** Once somebody has settled it, it is worth one more try. */
async function forgive({ refusal, isMended }: SignOnTurn): Promise<SignOnRefusal | null> {
  if (refusal === null || refusal.count < mostWrong || !(await isMended())) return refusal
  return { ...refusal, count: mostWrong - 1 }
}

/** Only a sign-on that succeeds wipes the slate. */
function remember(earlier: SignOnRefusal | null, failure: Failure | null): SignOnRefusal | null {
  if (failure === null) return null
  const { reason, weight } = failure
  if (weight === 'unheard') return earlier && { ...earlier, count: earlier.count + 1 }
  if (weight === 0) return earlier
  return { reason, count: (earlier?.count ?? 0) + weight }
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
  /** Of a password that was refused before, an answer that got lost is taken to have refused it again. */
  readonly weight: number | 'unheard'
}

/** A locked user or an expired password is not tried twice. */
function judge(heard: Heard, cookies: Cookies, profile: Profile): Failure | null {
  if (heard.type === 'notSent') return { reason: heard.reason, weight: 0 }
  if (heard.type === 'broken') {
    return { reason: heard.reason, weight: heard.reason === 'closed' ? 0 : 'unheard' }
  }
  const { code } = heard.reply.receipt
  if (code === publicCodes.signedOn) {
    return cookies.token() === null ? { reason: 'unreadable', weight: 0 } : null
  }
  if (code === profile.codes.locked) return { reason: 'locked', weight: mostWrong }
  const isFinal = code === profile.codes.passwordExpired
  return { reason: 'signOnRefused', weight: isFinal ? mostWrong : 1 }
}
