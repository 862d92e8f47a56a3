import { open } from 'node:fs/promises'

/** A file is only there after a power cut once the directory that names it is on disk. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
