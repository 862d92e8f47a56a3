import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '../../apps/api/src/main.ts')

/** The whole product as a user starts it: one command, its own database, the development register. */
export interface Product {
  readonly url: string
  readonly register: string
  readonly directory: string
  /** All that it wrote so far. */
  output(): string
  /** SIGTERM, and the exit code it stopped with. */
  stop(): Promise<number | null>
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>
  /** The same data again, after a stop or a kill. */
  restart(): Promise<void>
  /** Stops and throws the data away. */
  remove(): Promise<void>
}

export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const directory = await mkdtemp(join(tmpdir(), 'sagsgang-'))
  await chmod(directory, 0o755)
  const [port, registerPort] = [await freePort(), await freePort()]
  const settings = {
    ...environment,
    DATA_DIR: join(directory, 'data'),
    PORT: String(port),
    REGISTER_PORT: String(registerPort),
  }
  const lines: string[] = []
  let child = await launch(settings, lines)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    return child.exitCode
  }
  return {
    url: `http://127.0.0.1:${port}`,
    register: `http://127.0.0.1:${registerPort}`,
    directory,
    output: () => lines.join('\n'),
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    restart: async () => {
      child = await launch(settings, lines)
    },
    remove: async () => {
      await end('SIGTERM')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function launch(settings: Record<string, string>, lines: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`not ready: ${lines.slice(-5).join('\n')}`)),
      50_000,
    )
    const hear = (line: string) => {
      lines.push(line)
      if (!line.startsWith('ready ')) return
      clearTimeout(timer)
      resolve()
    }
    createInterface({ input: child.stdout }).on('line', hear)
    createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`stopped with ${code}: ${lines.slice(-5).join('\n')}`))
    })
  })
  return child
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
