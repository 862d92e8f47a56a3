import { chmod, chown, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { makeCertificates } from './certificates.ts'
import type { Owner } from './launch.ts'
import type { Programs } from './packages.ts'

/** Where one cluster lives: a folder of its own, whom its servers run as, and the words they know each other by. */
export interface Site {
  readonly directory: string
  readonly owner: Owner
  readonly programs: Programs
  readonly passwords: Readonly<Record<'superuser' | 'replication' | 'rewind' | 'store', string>>
}

const description = join(import.meta.dirname, '../../deploy')

export async function prepareSite(
  directory: string,
  programs: Programs,
  password: () => string,
): Promise<Site> {
  const site = {
    directory,
    programs,
    owner: await findOwner(),
    passwords: {
      superuser: password(),
      replication: password(),
      rewind: password(),
      store: password(),
    },
  }
  await chmod(directory, 0o755)
  await placeCertificates(site)
  await placeDescription(site)
  return site
}

/** A folder that the servers may write to. */
export async function makeFolder({ directory, owner }: Site, name: string): Promise<string> {
  const folder = join(directory, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chown(folder, owner.uid, owner.gid)
  return folder
}

/** PostgreSQL refuses to run as root; its package has brought a user for it. */
async function findOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0)
    return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const [, , uid, gid] = lines.find(([name]) => name === 'postgres') ?? []
  if (uid === undefined || gid === undefined) throw new Error('there is no user postgres')
  return { uid: Number(uid), gid: Number(gid) }
}

/** The files of production themselves, where the servers can read them. */
async function placeDescription(site: Site): Promise<void> {
  const files = ['database/patroni.yaml', 'database/create-store.sh', 'balancer/database.cfg']
  for (const file of files) {
    const copy = join(site.directory, file.replace(/^.*\//u, ''))
    await copyFile(join(description, file), copy)
    await chmod(copy, 0o755)
  }
  const password = join(site.directory, 'store-password')
  await writeFile(password, site.passwords.store, { mode: 0o600 })
  await chown(password, site.owner.uid, site.owner.gid)
}

/** One certificate that all members show. */
async function placeCertificates(site: Site): Promise<void> {
  const folder = await makeFolder(site, 'certificates')
  await makeCertificates(folder)
  for (const file of ['ca.crt', 'server.crt', 'server.key']) {
    await chmod(join(folder, file), 0o600)
    await chown(join(folder, file), site.owner.uid, site.owner.gid)
  }
}
