import { mostWrongSignOns } from '@sagsgang/gctp'

import type { Choice, Passwords, Which } from './kept-passwords.ts'

/** Of one that must be right: should somebody have changed it elsewhere, the user is still not locked. */
const MOST_CERTAIN = mostWrongSignOns + 1

/**
 * Which one to say next; null where another try could be one too many. One of the two is right: whoever takes turns between
 * them is wrong twice in a row at most, however many answers get lost.
 */
export function choose(passwords: Passwords, configured: string): Choice | null {
  const { doubts, refused, trouble } = passwords
  if (trouble === 'locked') return null
  const options = inOrder(passwords, configured)
  const certain = certainOf(passwords)
  if (certain !== null) {
    const only = options.find(({ which }) => which === certain)
    return only && doubts[certain] < MOST_CERTAIN ? only : null
  }
  if (refused.length >= mostWrongSignOns) return null
  const [best] = options
    .filter(({ which }) => doubts[which] < mostWrongSignOns)
    .toSorted((one, other) => weight(passwords, one) - weight(passwords, other))
  return best ?? null
}

/** Which one must be right by what was heard; null where nobody can say. */
function certainOf({ candidate, refused }: Passwords): Which | null {
  if (candidate === null) return null
  // The old one is gone: the new one has arrived, perhaps after it was called wrong itself.
  const inTurn = refused.join()
  if (inTurn === 'current' && candidate.absence !== 'proven') return 'candidate'
  if (inTurn === 'candidate,current' && candidate.absence === 'notYet') return 'candidate'
  return candidate.absence === 'proven' && !refused.includes('current') ? 'current' : null
}

function inOrder(passwords: Passwords, configured: string): Choice[] {
  const { current, candidate, takenOver, refused } = passwords
  const known: Choice = { which: 'current', password: current }
  const isNew = configured !== takenOver && refused.length > 0
  const own: Choice[] = isNew ? [{ which: 'configured', password: configured }] : []
  if (candidate === null) return [known, ...own]
  const sent: Choice = { which: 'candidate', password: candidate.password }
  return candidate.absence === null ? [sent, known, ...own] : [known, sent, ...own]
}

// What was called wrong comes after what was not heard of; the rest by turns.
const REFUSED = 10

function weight({ doubts, refused }: Passwords, { which }: Choice): number {
  return doubts[which] + (refused.includes(which) ? REFUSED : 0)
}
