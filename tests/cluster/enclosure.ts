import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Says to a process that it runs inside, and where it may leave its files. */
const INSIDE = 'CLUSTER_DIRECTORY'

/** Where the drill may leave its files; undefined outside of the enclosure. */
export const enclosed = (): string | undefined => process.env[INSIDE]

// The first process of the enclosure: it takes in the orphans, as any first process must, and when it ends the kernel
// ends everybody. Shared memory of PostgreSQL lies in a place that goes with it.
const first = 'exec 3<&0; mount -t tmpfs tmpfs /dev/shm || exit 1; "$@" <&3 3<&- & wait $!'

interface Enclosed {
  /** The program and its words. */
  readonly command: readonly string[]
  readonly longestMinutes: number
}

/**
 * Runs a program in a world of processes of its own. PostgreSQL leaves any group of processes that it is started in;
 * from here it cannot: whatever way the drill ends, nothing of it is left. Answers the exit code.
 */
export async function enclose({ command, longestMinutes }: Enclosed): Promise<number> {
  if (process.getuid?.() !== 0) {
    throw new Error('only root may start a cluster here: it runs in namespaces of its own')
  }
  const directory = await mkdtemp(join(tmpdir(), 'sagsgang-cluster-'))
  const namespaces = ['--pid', '--fork', '--mount-proc', '--ipc', '--kill-child']
  const child = spawn('unshare', [...namespaces, 'sh', '-c', first, 'sh', ...command], {
    // In a group of its own: a signal of the terminal comes to us, and we tell.
    detached: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    // Whatever anybody puts down there goes with it.
    env: { ...process.env, [INSIDE]: directory, TMPDIR: directory },
  })
  // Its end of input is the word to stop, and comes also when we are killed.
  const stop = () => child.stdin.end()
  const timer = setTimeout(() => child.kill('SIGKILL'), longestMinutes * 60_000)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    const [code] = await once(child, 'exit')
    return typeof code === 'number' ? code : 1
  } finally {
    clearTimeout(timer)
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Settles when whoever started us wants us to stop, or is gone. */
export function toldToStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  process.stdin.once('end', resolve).once('error', () => resolve())
  process.stdin.resume()
  return promise
}
