import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

import { mostWrongSignOns } from '@sagsgang/gctp'
import type { SignOnBook, SignOnRefusal, SignOnTurn } from '@sagsgang/gctp'
import { sql } from 'kysely'

import { withPatience } from '../engine/patience.ts'
import {
  isMended,
  readPage,
  renewLease,
  type SignOnLease,
  type SignOnLeaseDeps,
  type SignOnPage,
  takeLease,
} from './sign-on-lease.ts'

interface SignOnBookDeps extends SignOnLeaseDeps {
  /** Beside the event loop, as it is slow on purpose: what is simulated brings its own. */
  readonly derive?: Derive
}

type Derive = (password: Buffer, salt: Buffer) => Promise<Buffer>

const KEY_BYTES = 32

const scrypted = promisify<Buffer, Buffer, number, Buffer>(scrypt)
const slowly: Derive = (password, salt) => scrypted(password, salt, KEY_BYTES)

/** One book for all processes, in the store that they share: the register locks a user at the fifth wrong sign-on in a row. */
export function createSignOnBook(deps: SignOnBookDeps): SignOnBook {
  const compare = createComparison(deps.derive ?? slowly)
  const begin = async (password: string): Promise<SignOnTurn | null> => {
    const closed = await findClosed(deps, password, (page) => compare(page, password))
    if (closed) return closed
    const lease = await takeLease(deps)
    return (
      lease && takeTurn(deps, { lease, password, refusal: await compare(lease.page, password) })
    )
  }
  return { begin: (password) => begin(password).catch(() => null) } // the store is away
}

/** As long as nobody has settled it there is nothing to take a turn for: many cases may ask at the same time. */
async function findClosed(
  deps: SignOnBookDeps,
  password: string,
  compare: (page: SignOnPage) => Promise<SignOnRefusal | null>,
): Promise<SignOnTurn | null> {
  const page = await readPage(deps)
  if (!page || page.wrong < mostWrongSignOns || (await isMended(deps.db, page))) return null
  const refusal = await compare(page)
  return refusal && closedTurn(password, refusal)
}

const isNever = () => Promise.resolve(false)
const endsAlready = () => Promise.resolve()

/** There is nothing to be tried until somebody has settled it. */
export function closedTurn(password: string, refusal: SignOnRefusal): SignOnTurn {
  return { password, hasOther: false, refusal, isMended: isNever, end: endsAlready }
}

interface Taken {
  readonly lease: SignOnLease
  readonly password: string
  readonly refusal: SignOnRefusal | null
}

function takeTurn(deps: SignOnBookDeps, { lease, password, refusal }: Taken): SignOnTurn {
  const { db, timers } = deps
  const { page, holder } = lease
  const stopRenewing = renewLease(deps, holder)
  return {
    password,
    hasOther: false,
    refusal,
    isMended: () => isMended(db, page),
    async end(now) {
      stopRenewing()
      const write = () => writePage(deps, holder, { now, before: refusal, password })
      // What stays unwritten counts as refused once its holder is taken for dead.
      await withPatience(timers, write).catch(() => {})
    },
  }
}

/** What was refused of this password; worked out once for each page, as it is meant to be slow. */
function createComparison(derive: Derive) {
  let last: { readonly hash: Buffer; readonly password: string; readonly isSame: boolean } | null =
    null
  return async (page: SignOnPage, password: string): Promise<SignOnRefusal | null> => {
    const { wrong, reason, password_salt: salt, password_hash: hash } = page
    if (wrong === 0 || reason === null || !salt || !hash) return null
    if (!last?.hash.equals(hash) || last.password !== password) {
      const isSame = timingSafeEqual(await derive(Buffer.from(password), salt), hash)
      last = { hash, password, isSame }
    }
    return last.isSame ? { reason, count: wrong } : null
  }
}

interface Said {
  readonly now: SignOnRefusal | null
  readonly before: SignOnRefusal | null
  readonly password: string
}

async function writePage(
  { db, user, derive = slowly }: SignOnBookDeps,
  holder: string,
  { now, before, password }: Said,
): Promise<void> {
  const isNews = now !== before
  const salt = now && randomBytes(16)
  const hash = salt && (await derive(Buffer.from(password), salt))
  await sql`
    update sign_ons set holder = null, held_until = null, wrong = ${now?.count ?? 0}, reason = ${now?.reason ?? null},
      password_salt = ${salt}, password_hash = ${hash},
      position = case when ${isNews} then (select coalesce(max(position), 0) from journal) else position end
    where register_user = ${user} and holder = ${holder}`.execute(db)
}
