import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { holdFile } from './hold-file.ts'
import { latestEntries, mayStand } from './latest-entries.ts'
import { logFilesIn, readLogFile } from './log-files.ts'
import { toLine } from './log-line.ts'
import type { LoggedSubmission } from './submission-log.ts'
import { syncDirectory } from './sync-directory.ts'

const day = 86_400_000

/** No backup that is older may be put back: what was sent since then would no longer be known. */
const KEPT_DAYS = 400

interface Tidying {
  readonly processId: string
  readonly now: Date
}

/** One file in place of those that dead processes left, without what can no longer be asked about. */
export async function compactLogs(directory: string, tidying: Tidying): Promise<void> {
  const groups = Map.groupBy(await logFilesIn(directory), (name) => processOf(name))
  const holds = [...groups.keys()].flatMap((processId) => holdOf(directory, processId, tidying))
  const dead = holds.flatMap(({ processId }) => groups.get(processId) ?? [])
  try {
    if (dead.length > 0) await mergeFiles(directory, dead, tidying)
  } finally {
    for (const { hold } of holds) hold.release()
  }
}

function processOf(name: string): string {
  return name.split('.')[0] ?? name
}

/** None where that process lives. */
function holdOf(directory: string, processId: string, tidying: Tidying) {
  if (processId === `submissions-${tidying.processId}`) return []
  const hold = holdFile(join(directory, `${processId}.lock`))
  return hold ? [{ processId, hold }] : []
}

async function mergeFiles(
  directory: string,
  names: readonly string[],
  { processId, now }: Tidying,
): Promise<void> {
  const entries: LoggedSubmission[] = []
  for (const name of names) entries.push(...(await readLogFile(join(directory, name))))
  const kept = latestEntries(entries).filter((entry) => isKept(entry, now))
  const merged = join(directory, `submissions-${processId}.kept.log`)
  // Whole under another name first: a crash leaves the old files, or both, and reading both is as good as one.
  const draft = `${merged}.draft`
  const handle = await open(draft, 'w', 0o600)
  await handle.writeFile(kept.map((entry) => toLine({ batch: 0, entry })).join(''))
  await handle.sync()
  await handle.close()
  await rename(draft, merged)
  await syncDirectory(directory)
  for (const name of names) await rm(join(directory, name))
  await removeDrafts(directory)
}

/** What is settled and long ago can go; what never happened can go at once. */
function isKept(entry: LoggedSubmission, now: Date): boolean {
  if (!mayStand(entry)) return false
  const isSettled = entry.state === 'confirmed'
  return !isSettled || now.getTime() - entry.at.getTime() < KEPT_DAYS * day
}

async function removeDrafts(directory: string): Promise<void> {
  const drafts = (await readdir(directory)).filter((name) => name.endsWith('.draft'))
  for (const name of drafts) await rm(join(directory, name), { force: true })
}
