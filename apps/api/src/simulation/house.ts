import type { EngineOptions } from '../engine/engine.ts'
import { createLife, type Life } from './life.ts'
import type { LogDisk } from './memory-log.ts'
import type { Plan, Topology } from './plan.ts'
import type { Product } from './process.ts'
import type { ProcessSight } from './run.ts'

/** The processes of one installation: started, killed, frozen, and started again. */
export interface House {
  /** Somebody who takes messages in, if anybody does now. */
  door(): Door | undefined
  kill(life: Life, what: string): void
  freeze(life: Life, milliseconds: number): void
  killAll(): void
  start(): void
  sights(): readonly ProcessSight[]
  readonly lives: () => readonly Life[]
}

interface Door extends Product {
  readonly life: Life
}

export interface Room {
  readonly name: string
  readonly role: ProcessSight['role']
  readonly workers: EngineOptions['workers']
  readonly skewMs: number
  readonly disk: LogDisk
  readonly said: string[]
  life: Life
  /** While it runs. */
  product: Product | null
}

export interface HouseParts {
  readonly plan: Plan
  readonly now: () => number
  readonly draw: (below: number) => number
  readonly openDisk: () => LogDisk
  /** The product on its ports, not yet started. */
  readonly make: (room: Room) => Product
  /** Runs later, whoever dies meanwhile. */
  readonly later: (milliseconds: number, what: string, act: () => void) => void
  readonly onDeath: (life: Life, what: string) => void
  readonly isStormy: () => boolean
}

const LONGEST_DOWN_MS = 20_000

export function createHouse(parts: HouseParts): House {
  const rooms = roomsOf(parts)
  const find = (life: Life) => rooms.find((room) => room.life === life)
  const isUp = ({ life }: Room) => life.isAlive && life.frozenUntil <= parts.now()
  const kill = (life: Life, what: string) => {
    const room = find(life)
    if (!life.isAlive || !room) return
    life.isAlive = false
    room.product = null
    parts.onDeath(life, what)
    const pause = parts.isStormy() ? parts.draw(LONGEST_DOWN_MS) : 100
    parts.later(pause, `${life.name} starts again`, () => start(room))
  }
  const start = (room: Room) => {
    room.life = createLife(room.name, room.life.run + 1)
    const { life } = room
    const product = parts.make(room)
    product.start().then(
      () => {
        if (life.isAlive) room.product = product
      },
      // A start that is refused ends the process: whoever looks after it starts it again.
      (error: unknown) => {
        room.said.push(`start: ${error instanceof Error ? error.name : 'failed'}`)
        kill(life, 'start refused')
      },
    )
  }
  return {
    kill,
    door() {
      const open = rooms.filter((room) => room.role !== 'worker' && room.product && isUp(room))
      const room = open[parts.draw(Math.max(1, open.length))]
      return room?.product ? { life: room.life, ...room.product } : undefined
    },
    freeze(life, milliseconds) {
      life.frozenUntil = parts.now() + milliseconds
    },
    killAll() {
      for (const { life } of rooms) kill(life, 'all')
    },
    start() {
      for (const room of rooms) start(room)
    },
    lives: () => rooms.map(({ life }) => life),
    sights: () => rooms.map((room) => sightOf(room, parts.now())),
  }
}

function sightOf({ name, role, life, disk, said }: Room, now: number): ProcessSight {
  return {
    name,
    role,
    run: life.run,
    isAlive: life.isAlive,
    isFrozen: life.frozenUntil > now,
    logged: disk.durable,
    said,
  }
}

function roomsOf({ plan, draw, openDisk }: HouseParts): Room[] {
  const skew = () =>
    plan.process.skewMs === 0 ? 0 : draw(2 * plan.process.skewMs) - plan.process.skewMs
  return namesIn(plan.topology).map(({ name, role, workers }) => ({
    name,
    role,
    workers,
    skewMs: skew(),
    disk: openDisk(),
    said: [],
    life: { ...createLife(name, 0), isAlive: false },
    product: null,
  }))
}

function namesIn(topology: Topology): readonly Pick<Room, 'name' | 'role' | 'workers'>[] {
  if (topology.type === 'alone') return [{ name: 'all', role: 'all', workers: 'alone' }]
  const workers = Array.from({ length: topology.workers }, (_, index) => ({
    name: `worker${index + 1}`,
    role: 'worker' as const,
    workers: 'some' as const,
  }))
  return [{ name: 'api', role: 'api', workers: 'none' }, ...workers]
}
