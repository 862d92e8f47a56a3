import type { SignOn } from '../message.ts'
import type { Profile } from '../profile.ts'
import { publicCodes } from '../public-words.ts'
import { writeRequest } from '../write-request.ts'
import type { Call, Caller, Heard } from './caller.ts'
import type { CallOptions, FailureReason } from './contract.ts'
import type { Cookies } from './cookies.ts'
import {
  mostWrong,
  type SignOnBook,
  type SignOnRefusal,
  type SignOnTurn,
  type SignOnVerdict,
} from './sign-on-book.ts'

interface SignOnOptions {
  readonly caller: Caller
  readonly cookies: Cookies
  readonly user: string
  readonly password: () => string
  readonly profile: Profile
  readonly book: SignOnBook
  readonly now: () => number
}

export interface Access {
  /** Null once a token is at hand, fetched anew before it ends, else why there is none. Callers at the same time share one sign-on. */
  readonly ensure: (options?: CallOptions) => Promise<FailureReason | null>
}

export function createAccess(options: SignOnOptions): Access {
  const { cookies, caller, profile, book } = options
  let running: Promise<FailureReason | null> | null = null

  const signOn = async (callOptions?: CallOptions): Promise<FailureReason | null> => {
    const turn = await book.begin(options.password())
    if (turn === null) return 'unreachable'
    const earlier = await forgive(turn)
    if (earlier !== null && earlier.count >= mostWrong) {
      await turn.end(turn.refusal, null)
      return earlier.reason
    }
    const said = toSignOnCall(
      { type: 'signOn', user: options.user, password: turn.password },
      profile,
    )
    const heard = await caller(said, callOptions)
    const verdict = toVerdict(heard, profile)
    const failure = judge(heard, verdict, cookies)
    await turn.end(remember(earlier, failure), verdict)
    if (verdict === 'wrong' && turn.hasOther) return signOn(callOptions)
    return failure?.reason ?? null
  }

  return {
    ensure: async (callOptions) => {
      if (cookies.token() !== null && !cookies.isStale(options.now())) return null
      running ??= signOn(callOptions).finally(() => {
        running = null
      })
      const failure = await running
      // What still lasts is as good as what was not to be had.
      return cookies.token() === null ? failure : null
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

/** Passwords are shown to nobody. */
export function toSignOnCall(request: SignOn, profile: Profile): Call {
  const hidden = { ...request, password: '***', ...(request.newPassword && { newPassword: '***' }) }
  return {
    action: 'signOn',
    service: '',
    bytes: writeRequest(request, profile),
    shown: writeRequest(hidden, profile),
    expect: { type: 'signOn' },
  }
}

interface Failure {
  readonly reason: FailureReason
  /** Of a password that was refused before, an answer that got lost is taken to have refused it again. */
  readonly weight: number | 'unheard'
}

export function toVerdict(heard: Heard, { codes }: Profile): SignOnVerdict {
  if (heard.type === 'notSent') return 'unsent'
  if (heard.type === 'broken') return heard.reason === 'closed' ? 'unsent' : 'unheard'
  const { code } = heard.reply.receipt
  if (code === publicCodes.signedOn) return 'accepted'
  if (code === publicCodes.wrongPassword) return 'wrong'
  if (code === codes.passwordExpired) return 'expired'
  if (code === codes.newPasswordRefused) return 'newRefused'
  return code === codes.locked ? 'locked' : 'refused'
}

/** A locked user or an expired password is not tried twice. */
const refusals = {
  wrong: { reason: 'signOnRefused', weight: 1 },
  refused: { reason: 'signOnRefused', weight: 1 },
  newRefused: { reason: 'signOnRefused', weight: 1 },
  expired: { reason: 'signOnRefused', weight: mostWrong },
  locked: { reason: 'locked', weight: mostWrong },
} as const

function judge(heard: Heard, verdict: SignOnVerdict, cookies: Cookies): Failure | null {
  if (verdict === 'accepted')
    return cookies.token() === null ? { reason: 'unreadable', weight: 0 } : null
  if (verdict !== 'unsent' && verdict !== 'unheard') return refusals[verdict]
  const reason = heard.type === 'heard' ? 'unreadable' : heard.reason
  return { reason, weight: verdict === 'unheard' ? 'unheard' : 0 }
}
