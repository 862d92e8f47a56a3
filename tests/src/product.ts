import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import { lastingPort } from './lasting-port.ts'

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
  /** SIGKILL, its database ended and thrown away: a disk that is gone. */
  lose(): Promise<void>
  /** The same data again, after a stop or a kill. */
  restart(): Promise<void>
  /** Stops and throws the data away. */
  remove(): Promise<void>
}

export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const directory = await mkdtemp(join(tmpdir(), 'sagsgang-'))
  await chmod(directory, 0o755)
  const [port, registerPort] = [await lastingPort(), await lastingPort()]
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
    lose: async () => {
      await end('SIGKILL')
      const home = join(directory, 'data', 'postgres')
      await endServer(join(home, 'data', 'postmaster.pid'))
      await rm(home, { recursive: true })
    },
    restart: async () => {
      child = await launch(settings, lines)
    },
    remove: async () => {
      await end('SIGTERM')
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
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
      120_000,
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

const SHUTDOWN_MS = 20_000

/** A killed product leaves its database running, which writes to its folder and takes its socket away when it ends. */
async function endServer(file: string): Promise<void> {
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0])
  const deadline = Date.now() + SHUTDOWN_MS
  for (let isThere = isTold(pid, 'SIGQUIT'); isThere; isThere = isTold(pid, 0)) {
    if (Date.now() > deadline) throw new Error('the database of a killed product does not end')
    await wait(20)
  }
}

function isTold(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false // it has ended
  }
}
