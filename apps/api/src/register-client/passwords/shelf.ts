import { sql } from 'kysely'

import { withPatience } from '../../engine/patience.ts'
import {
  isMended,
  readPage,
  renewLease,
  type SignOnLease,
  type SignOnLeaseDeps,
  takeLease,
} from '../sign-on-lease.ts'
import type { Passwords } from './kept-passwords.ts'
import { isDoubtful } from './passwords.ts'
import type { PasswordSeal } from './seal-passwords.ts'

/** Where the passwords of one user lie: one at a time takes them out, whichever process it is in. */
export interface Shelf {
  /** Looked at by the way; null where nothing lies there yet. */
  readonly look: () => Promise<Lying | null>
  /** Null where no turn is to be had. */
  readonly take: () => Promise<Held | null>
}

interface Lying {
  readonly passwords: Passwords
  /** Whether somebody has said since the last refusal that it is settled. */
  readonly isMended: () => Promise<boolean>
}

/** Written before anything is said that hangs on it, and put back in the end. */
export interface Held {
  readonly passwords: Passwords | null
  readonly isMended: () => Promise<boolean>
  /** Throws where the turn was lost, or the store is away. */
  readonly write: (passwords: Passwords) => Promise<void>
  /** Writes what the register has said, which nobody else knows, for as long as that may take; then nothing throws. */
  readonly putBack: (passwords: Passwords | null) => Promise<void>
}

interface ShelfDeps extends SignOnLeaseDeps {
  readonly seal: PasswordSeal
}

class TurnLost extends Error {
  override name = 'TurnLost'
}

export function createShelf(deps: ShelfDeps): Shelf {
  const { db, seal } = deps
  return {
    async look() {
      const page = await readPage(deps)
      if (!page?.passwords) return null
      return { passwords: seal.open(page.passwords), isMended: () => isMended(db, page) }
    },
    async take() {
      const lease = await takeLease(deps)
      return lease && hold(deps, lease)
    },
  }
}

function hold(deps: ShelfDeps, { page, holder }: SignOnLease): Held {
  const passwords = page.passwords && deps.seal.open(page.passwords)
  const stopRenewing = renewLease(deps, holder)
  const write = (next: Passwords) => writePage(deps, holder, next)
  return {
    passwords,
    isMended: () => isMended(deps.db, page),
    write,
    async putBack(next) {
      stopRenewing()
      // What stays unwritten was written down as said before it was said.
      if (next) await withPatience(deps.timers, () => write(next)).catch(() => {})
      await release(deps, holder).catch(() => {}) // the lease ends by itself
    },
  }
}

async function writePage(
  { db, user, seal }: ShelfDeps,
  holder: string,
  next: Passwords,
): Promise<void> {
  const { refused, trouble } = next
  const { numAffectedRows } = await sql`
    update sign_ons set passwords = ${seal.seal(next)}, wrong = ${refused.length}, reason = ${trouble},
      position = case when ${isDoubtful(next)} then (select coalesce(max(position), 0) from journal) else position end
    where register_user = ${user} and holder = ${holder}`.execute(db)
  if (numAffectedRows === 0n) throw new TurnLost('the turn to sign on was lost to another process')
}

async function release({ db, user }: ShelfDeps, holder: string): Promise<void> {
  await sql`update sign_ons set holder = null, held_until = null
    where register_user = ${user} and holder = ${holder}`.execute(db)
}
