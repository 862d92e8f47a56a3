import type { PasswordDesk, PasswordRules, SignOnVerdict } from '@sagsgang/gctp'

import { choose } from './choose-password.ts'
import { nowTryable } from './keeping-book.ts'
import type { Passwords } from './kept-passwords.ts'
import { changed, changing, isDoubtful, said, saying } from './passwords.ts'
import { isDue } from './rotation-days.ts'
import type { Held, Shelf } from './shelf.ts'

export interface RotationDeps {
  readonly shelf: Shelf
  readonly desk: Pick<PasswordDesk, 'signOn' | 'change'>
  readonly rules: PasswordRules
  readonly configured: string
  readonly fresh: () => string
  /** Milliseconds of the real clock: what a password's age is reckoned by. */
  readonly now: () => number
  /** Noted before a change leaves and after it was answered: when it throws, nothing leaves. */
  readonly note: (outcome: 'intended' | SignOnVerdict) => Promise<void>
}

/** `closed`: nothing may be tried until somebody has settled what was refused. */
export type Rotated = 'notDue' | 'busy' | 'changed' | 'unsettled' | 'closed'

/** Changes the password, if that is due. Whoever dies over it has written down before what the next needs to find out. */
export async function rotate(deps: RotationDeps): Promise<Rotated> {
  const { shelf, rules, now } = deps
  const lying = await shelf.look()
  if (lying && !isDue(lying.passwords, rules, now())) return 'notDue'
  const held = await shelf.take()
  if (!held) return 'busy'
  const turn: Turn = { ...deps, held, passwords: null }
  try {
    return await takeTurn(turn)
  } finally {
    await held.putBack(turn.passwords)
  }
}

interface Turn extends RotationDeps {
  readonly held: Held
  /** What the register has said and is not written yet. */
  passwords: Passwords | null
}

async function takeTurn(turn: Turn): Promise<Rotated> {
  const { held, rules, configured, now } = turn
  const before = await nowTryable(held, configured)
  if (!isDue(before, rules, now())) return 'notDue'
  const known = isSettled(before) ? before : await findOut(turn, before)
  if (!isSettled(known)) return choose(known, configured) ? 'unsettled' : 'closed'
  if (!isDue(known, rules, now())) return 'changed'
  const after = await change(turn, known)
  const last = isSettled(after) ? after : await findOut(turn, after)
  return last.current === known.current ? 'unsettled' : 'changed'
}

/** The current one was the last to be accepted, and nothing that was said since can have been wrong. */
function isSettled(passwords: Passwords): boolean {
  const { candidate } = passwords
  return !isDoubtful(passwords) && (candidate === null || candidate.absence !== null)
}

async function change(turn: Turn, before: Passwords): Promise<Passwords> {
  const { held, desk, fresh, now, note } = turn
  const next = changing(before, fresh(), now())
  await note('intended')
  await held.write(next)
  const verdict = await desk.change(next.current, next.candidate.password)
  const after = await keep(turn, changed(next, { verdict, before, now: now() }))
  await note(verdict)
  return after
}

/** Which of them the register takes; ends with the first answer that says so, or that says nothing. */
async function findOut(turn: Turn, before: Passwords): Promise<Passwords> {
  const { held, desk, configured, now } = turn
  const choice = choose(before, configured)
  if (!choice) return before
  const written = saying(before, choice.which)
  await held.write(written)
  const verdict = await desk.signOn(choice.password)
  const after = await keep(turn, said(written, { ...choice, verdict, now: now() }))
  const next = choose(after, configured)
  return verdict === 'wrong' && next && next.which !== choice.which ? findOut(turn, after) : after
}

/** Written at once, and with patience in the end where that did not work. */
async function keep(turn: Turn, passwords: Passwords): Promise<Passwords> {
  turn.passwords = passwords
  await turn.held.write(passwords)
  turn.passwords = null
  return passwords
}
