import { setTimeout as wait } from 'node:timers/promises'

import type { Cluster } from './cluster.ts'
import type { Member } from './member.ts'
import type { View } from './view.ts'

export const faults = ['kill', 'cutOff', 'freeze', 'switchOver', 'freezeStandby'] as const
export type Fault = (typeof faults)[number]

interface Course {
  readonly saying: string
  /** Somebody else must be the primary afterwards; otherwise nobody else may be. */
  readonly moves: boolean
  /** Does it, and puts it right again once somebody can work. */
  readonly carry: (cluster: Cluster, view: View) => Promise<void>
}

// Longer than the lock of the primary holds (deploy/database/patroni.yaml).
export const FROZEN_SECONDS = 22
const SUCCESSOR_SECONDS = 60

export const courses: Readonly<Record<Fault, Course>> = {
  kill: {
    saying: 'kill -9 of the primary and its Patroni',
    moves: true,
    async carry(cluster, { primary }) {
      primary.kill()
      await untilSuccessor(cluster, primary)
      primary.start()
    },
  },
  cutOff: {
    saying: 'the primary cut off from etcd',
    moves: true,
    async carry(cluster, { primary }) {
      primary.cutOff()
      await untilSuccessor(cluster, primary).finally(() => primary.reconnect())
    },
  },
  freeze: {
    saying: 'the primary frozen for longer than its lock holds',
    moves: true,
    async carry(cluster, { primary }) {
      primary.freeze()
      const over = Promise.all([untilSuccessor(cluster, primary), wait(FROZEN_SECONDS * 1_000)])
      await over.finally(() => primary.thaw())
    },
  },
  switchOver: {
    saying: 'switched over by hand',
    moves: true,
    async carry(cluster, { primary }) {
      await cluster.switchOver()
      await untilSuccessor(cluster, primary)
    },
  },
  freezeStandby: {
    saying: 'the standby that commits wait for, frozen',
    moves: false,
    async carry(_cluster, { doubles }) {
      doubles.freeze()
      await wait(FROZEN_SECONDS * 1_000)
      doubles.thaw()
    },
  },
}

/** From a whole cluster to a whole cluster. */
export async function provoke(cluster: Cluster, fault: Fault, before: View): Promise<View> {
  const { carry, moves } = courses[fault]
  await carry(cluster, before)
  const after = await cluster.untilWhole(120)
  const isMoved = after.primary !== before.primary
  if (isMoved === moves) return after
  throw new Error(
    isMoved
      ? `${after.primary.name} has become the primary for no reason`
      : `${before.primary.name} is the primary again`,
  )
}

/** Somebody else holds the lock and serves. */
async function untilSuccessor(cluster: Cluster, former: Member): Promise<void> {
  const end = performance.now() + SUCCESSOR_SECONDS * 1_000
  for (;;) {
    const serving = await cluster.whoServes()
    if (serving && serving !== former) return
    if (performance.now() > end) throw new Error(`nobody takes over from ${former.name}`)
    await wait(200)
  }
}
