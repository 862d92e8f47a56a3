import { open } from 'node:fs/promises'

import { syncDirectory } from './sync-directory.ts'

export interface DurableFile {
  /** Answers once it would survive a power cut. */
  append(text: string): Promise<void>
  close(): Promise<void>
}

/** A new file, which is found after a power cut. */
export async function createDurableFile(directory: string, name: string): Promise<DurableFile> {
  const handle = await open(`${directory}/${name}`, 'ax', 0o600)
  await syncDirectory(directory)
  return {
    async append(text) {
      await handle.appendFile(text)
      await handle.datasync()
      const { nlink } = await handle.stat()
      if (nlink === 0) throw new Error(`${name} was removed while it was written`)
    },
    close: () => handle.close(),
  }
}
