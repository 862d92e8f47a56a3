import type { PasswordRules } from '@sagsgang/gctp'

import type { Passwords } from './kept-passwords.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A month is left for a register that is closed, away or of another opinion. */
const SHARE_OF_LIFE = 2 / 3

/** Whether the password is to be changed now. One whose age nobody knows is changed at once: it may be as old as it can be. */
export function isDue(passwords: Passwords, rules: PasswordRules, now: number): boolean {
  const { candidate, since } = passwords
  // After a refusal as long as the register wants: by then nothing that was sent before is still on its way.
  const pauseMs = candidate?.isRefused ? rules.hoursBetweenChanges * HOUR_MS : HOUR_MS
  if (candidate && now < candidate.lastSentAt + pauseMs) return false
  if (candidate && !candidate.isRefused) return true
  return since === null || now >= since + Math.floor(rules.days * SHARE_OF_LIFE) * DAY_MS
}

/** How many days the register still takes it for; null where nobody knows. */
export function daysLeft({ since }: Passwords, rules: PasswordRules, now: number): number | null {
  return since === null ? null : Math.floor((since + rules.days * DAY_MS - now) / DAY_MS)
}
