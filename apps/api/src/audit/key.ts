import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The key of the person references: made once, readable by its owner only, kept beside the data. */
export async function loadAuditKey(directory: string): Promise<Uint8Array> {
  await mkdir(directory, { recursive: true })
  const path = join(directory, 'audit.key')
  await createOnce(path)
  await chmod(path, 0o600)
  const key = await readFile(path)
  if (key.length !== 32) throw new Error(`the audit key in ${path} is damaged: 32 bytes are needed`)
  return key
}

/** Written whole under another name first: a crash leaves no half key, and of two processes one wins. */
async function createOnce(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  await file.writeFile(randomBytes(32))
  await file.sync()
  await file.close()
  await link(draft, path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rm(draft)
}
