import { readFileSync, statSync } from 'node:fs'

import {
  createPasswordDesk,
  developmentProfile,
  type RegisterTls,
  type SignOnBook,
} from '@sagsgang/gctp'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'

import type { Auditor } from '../audit/record.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/schema.ts'
import { realChance, realTimers } from '../edges.ts'
import type { Clock } from '../engine/ports.ts'
import { createOpening } from '../register-client/opening.ts'
import { createKeepingBook } from '../register-client/passwords/keeping-book.ts'
import { newPassword } from '../register-client/passwords/new-password.ts'
import {
  createPasswordSeal,
  OtherPasswordKey,
} from '../register-client/passwords/seal-passwords.ts'
import { createShelf, type Shelf } from '../register-client/passwords/shelf.ts'
import { startRotation } from '../register-client/passwords/start-rotation.ts'
import { createSignOnBook } from '../register-client/sign-on-book.ts'
import { readPage, type SignOnLeaseDeps } from '../register-client/sign-on-lease.ts'
import type { Parts } from './parts.ts'
import { CONFIGURATION_EXIT, StartRefused } from './start-refused.ts'

export interface SigningOn {
  readonly db: Kysely<Database>
  /** Where the register is. */
  readonly url: string
  readonly tls: RegisterTls
  readonly auditor: Auditor
  readonly clock: Clock
  readonly log: Logger
  readonly parts: Parts
}

const KEY_BYTES = 32
const VARIABLE = 'GCTP_PASSWORD_KEY_FILE'

/** How this process signs on: with the configured password, or with one that is changed by itself where a key seals it. */
export async function openSignOnBook(config: Config, standing: SigningOn): Promise<SignOnBook> {
  const { gctpUser: user, gctpPasswordKeyFile: file, role } = config
  const lease = { db: standing.db, timers: realTimers, chance: realChance, user }
  if (file === null) {
    await refuseSealed(lease)
    return createSignOnBook(lease)
  }
  const shelf = createShelf({ ...lease, seal: createPasswordSeal(readKey(file), user) })
  await refuseOtherKey(shelf)
  if (role !== 'api') startChanging(config, standing, shelf)
  return createKeepingBook(shelf, () => standing.clock.realNow().getTime())
}

/** The configured password is no longer the register's, and nobody here can open the one that is. */
async function refuseSealed(lease: SignOnLeaseDeps): Promise<void> {
  const page = await readPage(lease)
  if (page?.passwords) throw refusal('must be given, as the password was changed by itself before')
}

async function refuseOtherKey(shelf: Shelf): Promise<void> {
  try {
    await shelf.look()
  } catch (cause) {
    if (!(cause instanceof OtherPasswordKey)) throw cause
    throw refusal('must be the key that the password of the register was sealed with', cause)
  }
}

function readKey(file: string): Buffer {
  const key = readKeyFile(file)
  if (key?.length !== KEY_BYTES)
    throw refusal(`must be a file that can be read and holds ${KEY_BYTES} bytes`)
  if ((statSync(file).mode & 0o077) !== 0)
    throw refusal('must be a file that only its owner can read: chmod 600')
  return key
}

function readKeyFile(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null // the variable is named
  }
}

function refusal(what: string, cause?: unknown): StartRefused {
  return new StartRefused(`${VARIABLE} ${what}`, CONFIGURATION_EXIT, { cause })
}

function startChanging(
  { gctpUser: user, gctpPassword: configured }: Config,
  { db, url, tls, auditor, clock, log, parts }: SigningOn,
  shelf: Shelf,
): void {
  const desk = createPasswordDesk({ url, tls, user })
  const actor = { user: 'system', role: 'system', authority: '' }
  const rotation = startRotation({
    shelf,
    desk,
    configured,
    rules: developmentProfile.passwords,
    fresh: () => newPassword(realChance),
    now: () => clock.realNow().getTime(),
    note: (outcome) =>
      auditor.record(db, {
        actor,
        action: 'register.passwordChange',
        outcome,
        detail: { registerUser: user },
      }),
    timers: realTimers,
    isRegisterOpen: createOpening(developmentProfile.openingHours, clock),
    log,
  })
  parts.add({
    name: 'password rotation',
    async stop() {
      await rotation.stop()
      desk.close()
    },
  })
}
