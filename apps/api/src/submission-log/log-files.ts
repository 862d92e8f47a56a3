import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { StartRefused } from '../start/start-refused.ts'
import { readLines } from './read-lines.ts'
import type { LoggedSubmission } from './submission-log.ts'

const NAME = /^submissions-.+\.log$/u
const MOST_READINGS = 5

export async function logFilesIn(directory: string): Promise<readonly string[]> {
  return (await readdir(directory)).filter((name) => NAME.test(name)).toSorted()
}

/** Every file of every process; read anew where one that starts has put several into one meanwhile. */
export async function readLogFiles(
  directory: string,
  readings = MOST_READINGS,
): Promise<readonly LoggedSubmission[]> {
  const entries: LoggedSubmission[] = []
  try {
    for (const name of await logFilesIn(directory)) {
      entries.push(...(await readLogFile(join(directory, name))))
    }
    return entries
  } catch (error) {
    if (!isGone(error) || readings <= 1) throw error
    return readLogFiles(directory, readings - 1)
  }
}

export async function readLogFile(path: string): Promise<readonly LoggedSubmission[]> {
  const read = readLines(await readFile(path, 'utf8'))
  if (read.type === 'whole') return read.lines.map(({ entry }) => entry)
  throw new StartRefused(
    `the submission log ${path} is damaged in line ${read.line}: put it back as it was, or move it away once all that was sent in its time has been found in the register`,
    1,
  )
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
