import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'

/** A program of the cluster, run as somebody who is not root. */
export interface Launched {
  readonly pid: number
  /** Ends it and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>
  isRunning(): boolean
}

export interface Program {
  readonly command: string
  readonly arguments: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly folder: string
  /** Where its output goes, at the end of what is there already. */
  readonly log: string
  readonly owner: Owner
}

export interface Owner {
  readonly uid: number
  readonly gid: number
}

export function launch(program: Program): Launched {
  const output = openSync(program.log, 'a')
  const child = spawn(program.command, program.arguments, {
    cwd: program.folder,
    env: { PATH: '/usr/bin:/bin:/usr/sbin', LANG: 'C.UTF-8', ...program.environment },
    stdio: ['ignore', output, output],
    ...program.owner,
  })
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return { pid: pidOf(child, program), isRunning, end: (signal) => end(child, isRunning, signal) }
}

async function end(child: ChildProcess, isRunning: () => boolean, signal: NodeJS.Signals) {
  if (!isRunning()) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

function pidOf({ pid }: ChildProcess, { command }: Program): number {
  if (pid === undefined) throw new Error(`${command} cannot be started`)
  return pid
}
