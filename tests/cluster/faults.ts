import { setTimeout as wait } from 'node:timers/promises'

import type { Cluster, View } from './cluster.ts'
import type { Member } from './member.ts'

export const faults = ['kill', 'cutOff', 'freeze', 'switchOver'] as const
export type Fault = (typeof faults)[number]

export const sayings: Readonly<Record<Fault, string>> = {
  kill: 'kill -9 of the primary and its Patroni',
  cutOff: 'the primary cut off from etcd',
  freeze: 'the primary and its Patroni frozen for longer than the lock holds',
  switchOver: 'switched over by hand',
}

/** Does it to the primary, and puts it right again once somebody else serves. */
type Carry = (cluster: Cluster, primary: Member) => Promise<void>

// Longer than the lock of the primary holds (deploy/database/patroni.yaml).
export const FROZEN_SECONDS = 22
const SUCCESSOR_SECONDS = 60

const carries: Readonly<Record<Fault, Carry>> = {
  async kill(cluster, primary) {
    primary.kill()
    await untilSuccessor(cluster, primary)
    primary.start()
  },
  async cutOff(cluster, primary) {
    primary.cutOff()
    try {
      await untilSuccessor(cluster, primary)
    } finally {
      primary.reconnect()
    }
  },
  async freeze(cluster, primary) {
    primary.freeze()
    try {
      await Promise.all([untilSuccessor(cluster, primary), wait(FROZEN_SECONDS * 1_000)])
    } finally {
      primary.thaw()
    }
  },
  async switchOver(cluster, primary) {
    await cluster.switchOver()
    await untilSuccessor(cluster, primary)
  },
}

/** From a whole cluster to a whole cluster with another primary. */
export async function provoke(cluster: Cluster, fault: Fault, before: View): Promise<View> {
  await carries[fault](cluster, before.primary)
  const after = await cluster.untilWhole(120)
  if (after.primary === before.primary) throw new Error(`${before.primary.name} has come back`)
  return after
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
