import { mostWrongSignOns, type SignOnVerdict } from '@sagsgang/gctp'

import {
  type Absence,
  type Candidate,
  type Choice,
  noDoubts,
  type Passwords,
  type Which,
} from './kept-passwords.ts'

// A change that was sent so long ago has arrived, or never will.
const ON_ITS_WAY_MS = 900_000

/** Whether anything was said since one was last accepted that may have been wrong: what settles it must come later. */
export function isDoubtful({ doubts, refused, trouble }: Passwords): boolean {
  const sum = doubts.current + doubts.candidate + doubts.configured
  return sum > 0 || refused.length > 0 || trouble !== null
}

/** Written down before it is said: whoever dies over it has said it. */
export function saying(passwords: Passwords, which: Which): Passwords {
  return mayBeWrong(passwords, which) ? doubted(passwords, which, 1) : passwords
}

/** A password that was right the last time, and that nobody was about to change, is right. */
function mayBeWrong({ candidate, refused }: Passwords, which: Which): boolean {
  return which !== 'current' || candidate !== null || refused.includes('current')
}

function doubted(passwords: Passwords, which: Which, by: 1 | -1): Passwords {
  const { doubts } = passwords
  return { ...passwords, doubts: { ...doubts, [which]: doubts[which] + by } }
}

interface Said extends Choice {
  readonly verdict: SignOnVerdict
  readonly now: number
}

/** What the register's answer to a sign-on says of them. `passwords` are those of `saying`. */
export function said(passwords: Passwords, told: Said): Passwords {
  const { which, verdict } = told
  switch (verdict) {
    case 'accepted':
      return accepted(passwords, told)
    case 'expired':
      // Right, and too old: since when nobody knows any longer.
      return { ...accepted(passwords, told), since: null }
    case 'wrong':
    case 'refused':
    case 'newRefused':
      return refusedOne(passwords, told)
    case 'locked':
      return { ...passwords, trouble: 'locked' }
    case 'unsent':
      return mayBeWrong(passwords, which) ? doubted(passwords, which, -1) : passwords
    case 'unheard':
      return passwords
  }
}

function accepted(
  passwords: Passwords,
  { which, password, now }: Omit<Said, 'verdict'>,
): Passwords {
  const { candidate } = passwords
  const settled = { ...passwords, doubts: noDoubts, refused: [], trouble: null }
  if (which === 'candidate')
    return { ...settled, current: password, candidate: null, since: candidate?.firstSentAt ?? null }
  if (which === 'configured') return takeOver(password)
  return {
    ...settled,
    candidate: candidate && { ...candidate, absence: absenceOf(candidate, now) },
  }
}

/** What is not there once nothing is on its way any longer never comes. */
function absenceOf({ lastSentAt }: Candidate, now: number): Absence {
  return now - lastSentAt > ON_ITS_WAY_MS ? 'proven' : 'notYet'
}

function refusedOne(passwords: Passwords, { which, now }: Said): Passwords {
  const { candidate, refused, doubts } = passwords
  const isCounted = mayBeWrong(passwords, which)
  const isAbsent = candidate !== null && which === 'candidate'
  return {
    ...passwords,
    candidate: isAbsent ? { ...candidate, absence: absenceOf(candidate, now) } : candidate,
    refused: [...refused, which],
    doubts: { ...doubts, [which]: doubts[which] + (isCounted ? 0 : 1) },
    trouble: 'signOnRefused',
  }
}

/** The configured password, of which nothing is known yet. */
export function takeOver(configured: string): Passwords {
  return {
    current: configured,
    candidate: null,
    since: null,
    takenOver: configured,
    doubts: noDoubts,
    refused: [],
    trouble: null,
  }
}

/** Somebody says that it is settled: all may be tried once more, what was refused last at the end. */
export function forgiven(passwords: Passwords): Passwords {
  const { doubts } = passwords
  const most = mostWrongSignOns - 1
  const less = {
    current: Math.min(doubts.current, most),
    candidate: Math.min(doubts.candidate, most),
    configured: Math.min(doubts.configured, most),
  }
  return { ...passwords, doubts: less, refused: passwords.refused.slice(-most), trouble: null }
}

/** The change to send now, written down before it is sent. One that was sent before is sent again, unless it was refused. */
export function changing(passwords: Passwords, fresh: string, now: number): Passwords & Changing {
  const { candidate } = passwords
  const isAgain = candidate !== null && !candidate.isRefused
  const next: Candidate = {
    password: isAgain ? candidate.password : fresh,
    firstSentAt: isAgain ? candidate.firstSentAt : now,
    lastSentAt: now,
    absence: null,
    isRefused: false,
  }
  const { doubts } = saying(passwords, 'current')
  return { ...passwords, doubts, candidate: next }
}

interface Changing {
  readonly candidate: Candidate
}

interface Changed {
  readonly verdict: SignOnVerdict
  /** What the change was made of. */
  readonly before: Passwords
  readonly now: number
}

/** What the register's answer to a change says of them. */
export function changed(
  passwords: Passwords & Changing,
  { verdict, before, now }: Changed,
): Passwords {
  const { candidate, current } = passwords
  if (verdict === 'accepted')
    return accepted(passwords, { which: 'candidate', password: candidate.password, now })
  if (verdict === 'unsent') return before
  const own = { which: 'current', password: current, now } as const
  if (verdict !== 'newRefused') return said(passwords, { ...own, verdict })
  const kept = accepted(passwords, own)
  return { ...kept, candidate: { ...candidate, absence: 'notYet', isRefused: true } }
}
