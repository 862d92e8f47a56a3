import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import type { Ear } from './ear.ts'

export type Kind = 'api' | 'worker' | 'register' | 'database'

/** A process that is started again whenever it ends, as whoever watches over servers would. */
export interface Member {
  readonly name: string
  readonly kind: Kind
  isUp(): boolean
  /** Settles when it is up, or fails when it does not come up in time. */
  whenUp(): Promise<void>
  /** `kill -9`: no chance to tidy up. It comes back by itself. */
  kill(): Promise<void>
  /** It stands still, and knows nothing of it afterwards. */
  freeze(): void
  thaw(): void
  /** For good: asked first, and told when it does not listen. */
  stop(): Promise<void>
  /** At once, for when there is no time. */
  drop(): void
  /** How it ended when nobody had ended it. */
  readonly falls: readonly string[]
}

export interface MemberOrder {
  readonly name: string
  readonly kind: Kind
  readonly command: string
  readonly words: readonly string[]
  readonly options: SpawnOptions
  /** What it says when it is up. */
  readonly ready: RegExp
  /** How it is asked to stop. */
  readonly stopSignal: NodeJS.Signals
  readonly ear: Ear
}

const UP_MS = 90_000
const STOP_MS = 20_000
const PAUSE_MS = 150

export function startMember(order: MemberOrder): Member {
  const falls: string[] = []
  const up = new Set<ChildProcess>()
  const ended = new Set<ChildProcess>()
  const over = new AbortController()
  let child: ChildProcess | null = null

  const isUp = () => child !== null && up.has(child)
  const isOver = () => over.signal.aborted

  /** One life of the process, from its start to its end. */
  const live = async (): Promise<void> => {
    const own = spawn(order.command, order.words, {
      ...order.options,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = own
    const hear = (line: string) => {
      order.ear.hear(order.name, line)
      if (order.ready.test(line)) up.add(own)
    }
    for (const input of [own.stdout, own.stderr]) createInterface({ input }).on('line', hear)
    const [code, signal] = await once(own, 'exit')
    const isFall = up.delete(own) && !ended.delete(own)
    if (isFall) falls.push(`${order.name} ended by itself: ${String(code ?? signal)}`)
  }
  const watch = async (): Promise<void> => {
    while (!isOver()) {
      await live()
      await wait(PAUSE_MS)
    }
  }
  const watching = watch()

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const own = child
    if (own === null || own.exitCode !== null || own.signalCode !== null) return
    ended.add(own)
    const gone = once(own, 'exit')
    own.kill(signal)
    await gone
  }
  return {
    name: order.name,
    kind: order.kind,
    isUp,
    async whenUp() {
      const deadline = Date.now() + UP_MS
      while (!isUp()) {
        if (Date.now() > deadline) throw new Error(`${order.name} does not come up`)
        await wait(20)
      }
    },
    kill: () => end('SIGKILL'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async stop() {
      over.abort()
      child?.kill('SIGCONT')
      const timer = setTimeout(() => child?.kill('SIGKILL'), STOP_MS)
      await end(order.stopSignal)
      await watching
      clearTimeout(timer)
    },
    drop() {
      over.abort()
      child?.kill('SIGKILL')
    },
    falls,
  }
}
