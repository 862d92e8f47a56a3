import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import type { LaneRun } from './lane.ts'

/** Many seeds at once: one process with a server of its own for each lane. */
export interface Lanes {
  readonly lanes: number
  readonly from: number
  readonly count: number
  readonly direction?: 'onwards' | 'backwards'
  readonly onRun: (run: LaneRun) => void
}

export async function playInLanes(options: Lanes): Promise<void> {
  const { lanes, from, count, direction = 'onwards', onRun } = options
  const seeds = Array.from({ length: count }, (_, index) => from + index)
  const waiting = direction === 'onwards' ? seeds.toReversed() : seeds
  const draw = () => waiting.pop() ?? null
  await Promise.all(Array.from({ length: Math.min(lanes, count) }, () => playLane(draw, onRun)))
}

async function playLane(draw: () => number | null, onRun: Lanes['onRun']): Promise<void> {
  let seed = draw()
  while (seed !== null) seed = await playProcess(draw, onRun, seed)
}

/** A seed that ends its process is told as such, and the rest are played in another one; the next seed, or null. */
async function playProcess(
  draw: () => number | null,
  onRun: Lanes['onRun'],
  first: number,
): Promise<number | null> {
  const child = fork(join(import.meta.dirname, 'lane.ts'), { execArgv: [] })
  const playing: { seed: number | null } = { seed: first }
  child.on('message', (run: LaneRun) => {
    onRun(run)
    playing.seed = draw()
    order(child, playing.seed)
  })
  order(child, playing.seed)
  await once(child, 'exit')
  const { seed } = playing
  if (seed === null) return null
  onRun({ seed, type: 'broke', error: `its process ended with ${child.exitCode}` })
  return draw()
}

/** Null: nothing more. */
function order(child: ChildProcess, seed: number | null): void {
  if (seed === null) child.disconnect()
  else child.send(seed)
}
