import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const embedded = join(import.meta.dirname, '../database/embedded.ts')

/** Has the database of a directory started by a process that is killed: its server is left running. */
export async function abandonServer(directory: string): Promise<void> {
  const starting = `import { startEmbedded } from ${JSON.stringify(embedded)}
    await startEmbedded(${JSON.stringify(directory)})
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', starting], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(createInterface({ input: child.stdout }), 'line')
  child.kill('SIGKILL')
  await once(child, 'exit')
}
