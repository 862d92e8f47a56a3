import { type Kysely, type Selectable, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Chance, Timers } from '../edges.ts'

export interface SignOnLeaseDeps {
  readonly db: Kysely<Database>
  readonly timers: Timers
  readonly chance: Chance
  /** As whom everybody who keeps this book signs on. */
  readonly user: string
}

// Longer than a call may take; whoever waits as long is told that the register is out of reach, and waits on.
const LONGEST_WAIT_MS = 40_000
const LOOK_MS = 50
const RENEW_MS = 2_000
const LEASE = sql`interval '8 seconds'`

export type SignOnPage = Pick<
  Selectable<Database['sign_ons']>,
  'wrong' | 'reason' | 'password_salt' | 'password_hash' | 'position' | 'passwords'
>

/** The one page that all processes keep of a user, and who may write on it. */
export interface SignOnLease {
  readonly page: SignOnPage
  readonly holder: string
}

/** Null where it is not to be had; a holder that dies is waited for until its lease is over. */
export async function takeLease(deps: SignOnLeaseDeps): Promise<SignOnLease | null> {
  const holder = deps.chance.newId()
  const page = await waitForPage(deps, holder)
  return page && { page, holder }
}

/** Answers how to stop. */
export function renewLease({ db, timers, user }: SignOnLeaseDeps, holder: string): () => void {
  return timers.every(RENEW_MS, () => {
    const renewal = sql`update sign_ons set held_until = now() + ${LEASE}
      where register_user = ${user} and holder = ${holder}`
    void renewal.execute(db).catch(() => {}) // the next one makes up for it
  })
}

async function waitForPage(deps: SignOnLeaseDeps, holder: string): Promise<SignOnPage | null> {
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
async function takePage(
  { db, user }: SignOnLeaseDeps,
  holder: string,
): Promise<SignOnPage | undefined> {
  const { rows } = await sql<SignOnPage>`
    insert into sign_ons as page (register_user, holder, held_until) values (${user}, ${holder}, now() + ${LEASE})
    on conflict (register_user) do update set holder = excluded.holder, held_until = excluded.held_until,
      wrong = case when page.holder is not null and page.wrong > 0 then page.wrong + 1 else page.wrong end
    where page.holder is null or page.held_until < now()
    returning wrong, reason, password_salt, password_hash, position, passwords`.execute(db)
  return rows[0]
}

export function readPage({ db, user }: SignOnLeaseDeps): Promise<SignOnPage | undefined> {
  return db.selectFrom('sign_ons').selectAll().where('register_user', '=', user).executeTakeFirst()
}

/** Whoever resumes a case says that its trouble is over. */
export async function isMended(
  db: Kysely<Database>,
  { position }: Pick<SignOnPage, 'position'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from journal where position > ${position} and message ->> 'type' = 'resume' limit 1`
    .execute(db)
    .catch(() => ({ rows: [] })) // the store is away: nothing was said yet
  return rows.length > 0
}
