import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const SHUTDOWN_MS = 20_000

/**
 * Ends the server that a killed process left running. The directory's lock is ours, so nobody is using it; it is
 * asked to shut down, and told to when it does not.
 */
export async function endLeftoverServer(data: string): Promise<void> {
  for (const pid of serversOn(data)) {
    signal(pid, 'SIGINT')
    if (!(await isGone(pid, SHUTDOWN_MS))) {
      signal(pid, 'SIGQUIT')
      await isGone(pid, SHUTDOWN_MS)
    }
  }
  // Another program may bear the old number by now, and PostgreSQL would refuse to start for its sake.
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

/**
 * The servers that were started on a folder, by their own command lines: one whose folder was moved or thrown away under
 * it is in no file any more, and would take the socket of the next one with it when it ends.
 */
export function serversOn(data: string): readonly number[] {
  return processes().flatMap(({ pid, command }) => (isServerOn(command, data) ? [pid] : []))
}

function isServerOn(command: string, data: string): boolean {
  const [program = '', rest] = command.split(` -D ${data} `)
  // Whoever only speaks of a server bears the words too.
  return rest !== undefined && program.endsWith('/postgres') && !program.includes(' -')
}

interface Process {
  readonly pid: number
  readonly command: string
}

function processes(): readonly Process[] {
  if (!existsSync('/proc/self/cmdline')) return processesTold()
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter(isUnderOurRoof)
    .map((name) => ({ pid: Number(name), command: commandOf(name) }))
}

/** The same path in a container is another folder. */
function isUnderOurRoof(pid: string): boolean {
  try {
    return roofOf(pid) === roofOf('self')
  } catch {
    return false // it has ended, or is somebody else's
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return '' // it has ended
  }
}

function roofOf(pid: string): string {
  return readlinkSync(`/proc/${pid}/ns/mnt`)
}

/** Where there is no such folder. */
function processesTold(): readonly Process[] {
  const told = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
  return told.split('\n').map((line) => {
    const [, pid = '', command = ''] = /^\s*(\d+) (.*)$/u.exec(line) ?? []
    return { pid: Number(pid), command: `${command} ` }
  })
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
