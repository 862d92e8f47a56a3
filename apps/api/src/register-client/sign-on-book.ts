import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

import { mostWrongSignOns } from '@sagsgang/gctp'
import type { SignOnBook, SignOnRefusal, SignOnTurn } from '@sagsgang/gctp'
import { type Kysely, type Selectable, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Chance, Timers } from '../edges.ts'
import { withPatience } from '../engine/patience.ts'

interface SignOnBookDeps {
  readonly db: Kysely<Database>
  readonly timers: Timers
  readonly chance: Chance
  /** As whom everybody who keeps this book signs on. */
  readonly user: string
  /** Beside the event loop, as it is slow on purpose: what is simulated brings its own. */
  readonly derive?: Derive
}

type Derive = (password: Buffer, salt: Buffer) => Promise<Buffer>

// Longer than a call may take; whoever waits as long is told that the register is out of reach, and waits on.
const LONGEST_WAIT_MS = 40_000
const LOOK_MS = 50
const RENEW_MS = 2_000
const LEASE = sql`interval '8 seconds'`
const KEY_BYTES = 32

const scrypted = promisify<Buffer, Buffer, number, Buffer>(scrypt)
const slowly: Derive = (password, salt) => scrypted(password, salt, KEY_BYTES)

type Page = Pick<
  Selectable<Database['sign_ons']>,
  'wrong' | 'reason' | 'password_salt' | 'password_hash' | 'position'
>

/** One book for all processes, in the store that they share: the register locks a user at the fifth wrong sign-on in a row. */
export function createSignOnBook(deps: SignOnBookDeps): SignOnBook {
  const compare = createComparison(deps.derive ?? slowly)
  const begin = async (password: string): Promise<SignOnTurn | null> => {
    const closed = await findClosed(deps, (page) => compare(page, password))
    if (closed) return closed
    const holder = deps.chance.newId()
    const page = await waitForPage(deps, holder)
    return (
      page && takeTurn(deps, { holder, page, password, refusal: await compare(page, password) })
    )
  }
  return { begin: (password) => begin(password).catch(() => null) } // the store is away
}

/** As long as nobody has settled it there is nothing to take a turn for: many cases may ask at the same time. */
async function findClosed(
  { db, user }: SignOnBookDeps,
  compare: (page: Page) => Promise<SignOnRefusal | null>,
): Promise<SignOnTurn | null> {
  const page = await db
    .selectFrom('sign_ons')
    .selectAll()
    .where('register_user', '=', user)
    .executeTakeFirst()
  if (!page || page.wrong < mostWrongSignOns || (await isMended(db, page))) return null
  const refusal = await compare(page)
  return refusal && { refusal, isMended: async () => false, end: async () => {} }
}

async function waitForPage(deps: SignOnBookDeps, holder: string): Promise<Page | null> {
  const { timers } = deps
  const until = timers.monotonic() + LONGEST_WAIT_MS
  for (;;) {
    const page = await takePage(deps, holder)
    if (page) return page
    if (timers.monotonic() > until) return null
    await timers.wait(LOOK_MS)
  }
}

/** A holder that died had perhaps been refused: of a password that was refused before, that is taken for granted. */
async function takePage({ db, user }: SignOnBookDeps, holder: string): Promise<Page | undefined> {
  const { rows } = await sql<Page>`
    insert into sign_ons as page (register_user, holder, held_until) values (${user}, ${holder}, now() + ${LEASE})
    on conflict (register_user) do update set holder = excluded.holder, held_until = excluded.held_until,
      wrong = case when page.holder is not null and page.wrong > 0 then page.wrong + 1 else page.wrong end
    where page.holder is null or page.held_until < now()
    returning wrong, reason, password_salt, password_hash, position`.execute(db)
  return rows[0]
}

interface Taken {
  readonly holder: string
  readonly page: Page
  readonly password: string
  readonly refusal: SignOnRefusal | null
}

function takeTurn(deps: SignOnBookDeps, { holder, page, password, refusal }: Taken): SignOnTurn {
  const { db, timers, user } = deps
  const stopRenewing = timers.every(RENEW_MS, () => {
    const renewal = sql`update sign_ons set held_until = now() + ${LEASE}
      where register_user = ${user} and holder = ${holder}`
    void renewal.execute(db).catch(() => {}) // the next one makes up for it
  })
  return {
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
  return async (page: Page, password: string): Promise<SignOnRefusal | null> => {
    const { wrong, reason, password_salt: salt, password_hash: hash } = page
    if (wrong === 0 || reason === null || !salt || !hash) return null
    if (!last?.hash.equals(hash) || last.password !== password) {
      const isSame = timingSafeEqual(await derive(Buffer.from(password), salt), hash)
      last = { hash, password, isSame }
    }
    return last.isSame ? { reason, count: wrong } : null
  }
}

/** Whoever resumes a case says that its trouble is over. */
async function isMended(db: Kysely<Database>, { position }: Page): Promise<boolean> {
  const { rows } = await sql`
    select from journal where position > ${position} and message ->> 'type' = 'resume' limit 1`
    .execute(db)
    .catch(() => ({ rows: [] })) // the store is away: nothing was said yet
  return rows.length > 0
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
