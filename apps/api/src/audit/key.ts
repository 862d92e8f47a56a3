import { createHmac, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Kysely } from 'kysely'

import type { Config } from '../config.ts'
import type { Database } from '../database/schema.ts'
import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

const BYTES = 32

type Where = Pick<Config, 'dataDirectory' | 'auditKeyFile' | 'authMode'>

/**
 * The key of the person references, the same for every process on one store, which knows it by a fingerprint. It lies in a
 * file that is named, or beside the data where the first process made it. The invented people of a demonstration need no
 * secret: there the store hands the key on, so that processes on several directories agree with nothing set.
 */
export async function loadAuditKey(db: Kysely<Database>, where: Where): Promise<Uint8Array> {
  const isDemo = where.authMode === 'demo'
  const path = join(where.dataDirectory, 'audit.key')
  const own =
    where.auditKeyFile === null
      ? await findOwn(path, isDemo)
      : await readKey(where.auditKeyFile, 'AUDIT_KEY_FILE')
  const known = await agree(db, own ?? randomBytes(BYTES), isDemo)
  const key = own ?? known.demo_key
  if (!key || fingerprintOf(key) !== known.fingerprint) {
    throw new StartRefused(
      'AUDIT_KEY_FILE must name the audit key of the other processes on this database: the file audit.key in the DATA_DIR of the first of them',
      CONFIGURATION_EXIT,
    )
  }
  if (own === null) await createOnce(path, key)
  return key
}

/** Null where there is none yet and the store may hand one on. */
async function findOwn(path: string, isDemo: boolean): Promise<Uint8Array | null> {
  await mkdir(dirname(path), { recursive: true })
  if (!isDemo) await createOnce(path, randomBytes(BYTES))
  if (!existsSync(path)) return null
  await chmod(path, 0o600)
  return readKey(path, path)
}

async function readKey(path: string, name: string): Promise<Uint8Array> {
  const key = await readFile(path).catch(() => null)
  if (key?.length === BYTES) return key
  throw new StartRefused(
    `${name} must be a file that can be read and holds ${BYTES} bytes`,
    CONFIGURATION_EXIT,
  )
}

/** Written whole under another name first: a crash leaves no half key, and of two processes one wins. */
async function createOnce(path: string, key: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  await file.writeFile(key)
  await file.sync()
  await file.close()
  await link(draft, path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rm(draft)
}

/** The store's key is that of whoever came first. A secret is kept outside of it. */
async function agree(db: Kysely<Database>, key: Uint8Array, isDemo: boolean) {
  const demoKey = isDemo ? Buffer.from(key) : null
  await db
    .insertInto('audit_key')
    .values({ fingerprint: fingerprintOf(key), demo_key: demoKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (!isDemo) await db.updateTable('audit_key').set({ demo_key: null }).execute()
  return db.selectFrom('audit_key').selectAll().executeTakeFirstOrThrow()
}

/** Tells keys apart and says nothing of them. */
function fingerprintOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('audit key').digest('hex')
}
