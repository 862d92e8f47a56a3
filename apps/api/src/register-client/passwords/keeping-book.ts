import { mostWrongSignOns, type SignOnBook, type SignOnTurn } from '@sagsgang/gctp'

import { closedTurn } from '../sign-on-book.ts'
import { choose } from './choose-password.ts'
import type { Passwords } from './kept-passwords.ts'
import { forgiven, said, saying, takeOver } from './passwords.ts'
import type { Held, Shelf } from './shelf.ts'

/** Signs on with the password that is kept, or with the one that may have taken its place; the configured one begins it. */
export function createKeepingBook(shelf: Shelf, now: () => number): SignOnBook {
  const begin = async (configured: string): Promise<SignOnTurn | null> => {
    const lying = await shelf.look()
    if (lying && !choose(lying.passwords, configured) && !(await lying.isMended()))
      return closed(lying.passwords, configured)
    const held = await shelf.take()
    return held && takeTurn({ held, configured, now })
  }
  return { begin: (configured) => begin(configured).catch(() => null) } // the store is away
}

interface Opening {
  readonly held: Held
  readonly configured: string
  readonly now: () => number
}

async function takeTurn(opening: Opening): Promise<SignOnTurn | null> {
  try {
    return await openTurn(opening)
  } catch (error) {
    await opening.held.putBack(null)
    throw error
  }
}

async function openTurn({ held, configured, now }: Opening): Promise<SignOnTurn> {
  const before = await nowTryable(held, configured)
  const choice = choose(before, configured)
  if (!choice) {
    await held.putBack(null)
    return closed(before, configured)
  }
  const { which, password } = choice
  const written = saying(before, which)
  if (written !== before || held.passwords === null) await held.write(written)
  const refused = said(written, { ...choice, verdict: 'wrong', now: now() })
  return {
    password,
    hasOther: isOther(choose(refused, configured)?.password, password),
    refusal: null,
    isMended: () => Promise.resolve(false),
    end: (_refusal, verdict) =>
      held.putBack(verdict && said(written, { ...choice, verdict, now: now() })),
  }
}

function isOther(next: string | undefined, password: string): boolean {
  return next !== undefined && next !== password
}

/** As they lie there; forgiven, once somebody has settled what they were refused for. */
export async function nowTryable(held: Held, configured: string): Promise<Passwords> {
  const passwords = held.passwords ?? takeOver(configured)
  if (choose(passwords, configured) || !(await held.isMended())) return passwords
  return forgiven(passwords)
}

function closed({ trouble, refused }: Passwords, configured: string): SignOnTurn {
  // Where nothing was refused, so many answers were lost that the next wrong one could be one too many.
  const count = Math.max(refused.length, mostWrongSignOns)
  return closedTurn(configured, { reason: trouble ?? 'signOnRefused', count })
}
