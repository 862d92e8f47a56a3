import { reachedIn } from './reach.ts'
import type { Run } from './run.ts'
import { simulate } from './simulate.ts'
import { openStage } from './stage.ts'
import { watchInvariants } from './watch.ts'

/** One process that plays the seeds it is sent, one after the other, until nobody sends any more. */

export type LaneRun =
  | ({ readonly type: 'played' } & Omit<Run, 'trace'>)
  | { readonly type: 'broke'; readonly seed: number; readonly error: string }

async function playOne(seed: number): Promise<LaneRun> {
  try {
    const reached: string[] = []
    const watch = watchInvariants()
    const { trace: _, ...run } = await simulate({
      seed,
      stage,
      watch: {
        ...watch,
        async atEnd(sight) {
          reached.push(...(await reachedIn(sight)))
          return (await watch.atEnd?.(sight)) ?? []
        },
      },
    })
    const met = Object.fromEntries(reached.map((key) => [key, 1]))
    return { type: 'played', ...run, counts: { ...run.counts, ...met } }
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : 'no error'
    return { type: 'broke', seed, error: text }
  }
}

const stage = await openStage()
let playing: Promise<void> = Promise.resolve()
process.on('message', (seed: number) => {
  playing = playing.then(async () => {
    const run = await playOne(seed)
    if (process.connected) process.send?.(run)
  })
})
process.on('disconnect', () => {
  void playing.then(() => stage.close()).then(() => process.exit(0))
})
