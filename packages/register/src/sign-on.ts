import { randomBytes } from 'node:crypto'

import { developmentProfile, publicCodes } from '@sagsgang/gctp'
import type { Receipt, SignOff, SignOn } from '@sagsgang/gctp'

import { textOf } from './receipts.ts'
import type { Account, Store } from './store.ts'

export const demoUser = 'WTST0001'
export const demoAccount: Account = {
  password: 'Hemmelig-1',
  former: [],
  wrong: 0,
  locked: false,
}

const tokenLife = 2 * 60 * 60 * 1000

export interface SignedOn {
  readonly receipt: Receipt
  /** Set after success: the token and when it expires; null expires the one that is there. */
  readonly token?: { readonly value: string; readonly expires: Date } | null
}

export interface Desk {
  signOn(request: SignOn): SignedOn
  signOff(request: SignOff, token: string | null): SignedOn
  /** The user that a token was given to, while it lasts. */
  userOf(token: string | null): string | null
  reject(rejects: boolean): void
}

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

const { codes, passwords } = developmentProfile

const randomToken = (): string => randomBytes(6).toString('base64url')

const answer = (code: number): SignedOn => {
  const outcome = code === publicCodes.signedOn ? 'done' : 'error'
  return { receipt: { outcome, code, text: textOf(code), messages: [] } }
}

const needed = [/[a-z]/, /[A-Z]/, /[0-9]/, /[~!@#$%^*()_\-+=,./{}[\];:]/]
const allowed = /^[a-zA-Z0-9~!@#$%^*()_\-+=,./{}[\];:]{8,}$/

const isGoodPassword = (password: string): boolean =>
  allowed.test(password) && needed.every((kind) => kind.test(password))

const ageOf = ({ changedAt }: Account, now: number): number | null =>
  changedAt === undefined ? null : now - changedAt

/** One that was given out does not age. */
const hasExpired = (age: number | null): boolean => (age ?? 0) >= passwords.days * dayMs

const mayFollow = (account: Account, password: string, age: number | null): boolean => {
  const isTooSoon = (age ?? Infinity) < passwords.hoursBetweenChanges * hourMs
  const isUsed = password === account.password || account.former.includes(password)
  return !isTooSoon && !isUsed && isGoodPassword(password)
}

/** Signs the one demo user on. Tokens and passwords live by the real clock: they are no part of the register's time. */
export function createDesk(store: () => Store, real: () => number, newToken = randomToken): Desk {
  const tokens = new Map<string, { readonly user: string; readonly expires: number }>()
  let rejects = false
  const keep = (account: Account): void => store().keep({ account })
  const grant = (user: string): SignedOn => {
    const value = newToken()
    const expires = real() + tokenLife
    tokens.set(value, { user, expires })
    return { ...answer(publicCodes.signedOn), token: { value, expires: new Date(expires) } }
  }
  const wrong = (account: Account): SignedOn => {
    const count = account.wrong + 1
    const locked = count >= passwords.wrongUntilLocked
    keep({ ...account, wrong: count, locked })
    return answer(locked ? codes.locked : publicCodes.wrongPassword)
  }
  const change = (account: Account, password: string): boolean => {
    if (!mayFollow(account, password, ageOf(account, real()))) return false
    const former = [account.password, ...account.former]
    keep({ password, former, wrong: 0, locked: false, changedAt: real() })
    return true
  }
  const signOn = ({ user, password, newPassword }: SignOn): SignedOn => {
    const account = store().account()
    if (user !== demoUser) return answer(codes.unknownUser)
    if (account.locked) return answer(codes.locked)
    if (rejects) return answer(publicCodes.wrongPassword)
    if (password !== account.password) return wrong(account)
    if (account.wrong > 0) keep({ ...account, wrong: 0 })
    if (newPassword === undefined)
      return hasExpired(ageOf(account, real())) ? answer(codes.passwordExpired) : grant(user)
    return change(account, newPassword) ? grant(user) : answer(codes.newPasswordRefused)
  }
  return {
    signOn,
    signOff: (_request, token) => {
      if (token !== null) tokens.delete(token)
      return { ...answer(publicCodes.signedOn), token: null }
    },
    userOf: (token) => {
      const given = token === null ? undefined : tokens.get(token)
      return given !== undefined && given.expires > real() ? given.user : null
    },
    reject: (does) => {
      rejects = does
      // Whoever is turned away does not go on under an older token.
      if (does) tokens.clear()
    },
  }
}
