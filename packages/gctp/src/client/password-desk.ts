import type { SignOn } from '../message.ts'
import { developmentProfile } from '../profile.ts'
import { createCaller } from './caller.ts'
import type { ClientOptions } from './client.ts'
import { createCookies } from './cookies.ts'
import { createPoster } from './post.ts'
import type { SignOnVerdict } from './sign-on-book.ts'
import { toSignOnCall, toVerdict } from './sign-on.ts'

/** Where a password is tried or changed, each time by one call: what follows from the answer is the caller's business. */
export interface PasswordDesk {
  readonly signOn: (password: string) => Promise<SignOnVerdict>
  readonly change: (password: string, newPassword: string) => Promise<SignOnVerdict>
  readonly close: () => void
}

type DeskOptions = Pick<ClientOptions, 'url' | 'user' | 'poster' | 'deadlineMs' | 'profile' | 'tls'>

const DEADLINE_MS = 30_000

export function createPasswordDesk(options: DeskOptions): PasswordDesk {
  const { user, profile = developmentProfile, deadlineMs = DEADLINE_MS } = options
  const poster = options.poster ?? createPoster(options.url, deadlineMs, options.tls)
  const say = async (request: SignOn): Promise<SignOnVerdict> => {
    // A token that is given here is nobody's: each call begins without one.
    const cookies = createCookies()
    const caller = createCaller({ poster, cookies, profile, now: () => 0 })
    return toVerdict(await caller(toSignOnCall(request, profile)), profile)
  }
  return {
    signOn: (password) => say({ type: 'signOn', user, password }),
    change: (password, newPassword) => say({ type: 'signOn', user, password, newPassword }),
    close: () => poster.close(),
  }
}
