import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const SHUTDOWN_MS = 20_000

/**
 * Ends the server that a killed process left running. The directory's lock is ours, so nobody is using it; it is
 * asked to shut down, and told to when it does not.
 */
export async function endLeftoverServer(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const pid = findServer(file, data)
  if (pid !== undefined) {
    signal(pid, 'SIGINT')
    if (!(await isGone(pid, SHUTDOWN_MS))) {
      signal(pid, 'SIGQUIT')
      await isGone(pid, SHUTDOWN_MS)
    }
  }
  // Another program may bear the old number by now, and PostgreSQL would refuse to start for its sake.
  rmSync(file, { force: true })
}

function findServer(file: string, data: string): number | undefined {
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && commandOf(pid).includes(data) ? pid : undefined
}

function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return '' // no such process
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false // it has ended
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    if (!signal(pid, 0)) return true
    await wait(20)
  }
  return false
}
