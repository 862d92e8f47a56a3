import { readFileSync, statSync } from 'node:fs'

import { z } from 'zod'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

/** A user of the register, as whom somebody signs on. */
export interface RegisterUser {
  readonly user: string
  readonly password: string
}

/** By authority, `0851`, or by one of its users, `0851/karen`: the register logs everything on whoever signed on. */
export type RegisterUsers = Readonly<Record<string, RegisterUser>>

const who = z.string().regex(/^\d{4}(?:\/[\w.@-]{1,100})?$/u)
const shape = z.record(
  who,
  z.strictObject({
    user: z.string().regex(/^\w{1,20}$/u),
    passwordFile: z.string().min(1),
  }),
)

/** Null: everybody signs on as the one configured user. */
export function readUsers(file: string | null): RegisterUsers {
  if (file === null) return {}
  const parsed = shape.safeParse(readJson(file))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw refusal(`is malformed at ${issue?.path.map(String).join(' ') || 'its beginning'}`)
  }
  const users = Object.entries(parsed.data).map(
    ([name, { user, passwordFile }]) =>
      [name, { user, password: readPassword(name, passwordFile) }] as const,
  )
  return Object.fromEntries(users)
}

function readPassword(name: string, file: string): string {
  try {
    if ((statSync(file).mode & 0o077) === 0) return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw refusal(`names a password of ${name} that cannot be read`, cause)
  }
  throw refusal(`names a password of ${name} that others can read: chmod 600`)
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw refusal('must be a file that can be read and holds JSON', cause)
  }
}

function refusal(what: string, cause?: unknown): StartRefused {
  return new StartRefused(`GCTP_USERS_FILE ${what}`, CONFIGURATION_EXIT, { cause })
}

/** As whom somebody signs on: as themselves, as their authority, or as everybody. */
export function userFor(
  users: RegisterUsers,
  { user, authority }: { readonly user: string; readonly authority: string },
): RegisterUser | null {
  return users[`${authority}/${user}`] ?? users[authority] ?? null
}
