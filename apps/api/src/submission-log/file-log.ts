import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { appendTo } from './append-file.ts'
import { compactLogs } from './compact-logs.ts'
import { holdFile } from './hold-file.ts'
import { readLogFiles } from './log-files.ts'
import { toLine } from './log-line.ts'
import type { SubmissionLog } from './submission-log.ts'
import { syncDirectory } from './sync-directory.ts'

const FOLDER = 'submission-log'

/** A file of each process in the data directory; what dead ones left is read and tidied up. */
export async function openFileLog(
  dataDirectory: string,
  process: { readonly id: string; readonly now: Date },
): Promise<SubmissionLog> {
  const directory = join(dataDirectory, FOLDER)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await syncDirectory(dataDirectory)
  const hold = holdFile(join(directory, `submissions-${process.id}.lock`))
  if (!hold) throw new Error(`another process writes the submission log as ${process.id}`)
  await compactLogs(directory, { processId: process.id, now: process.now })
  const nameOf = (file: number) => `submissions-${process.id}.${file}.log`
  const appender = appendTo({ directory, nameOf })
  return {
    write: (entry) => appender.append((batch) => toLine({ batch, entry })),
    read: () => readLogFiles(directory),
    async close() {
      await appender.close()
      hold.release()
    },
  }
}
