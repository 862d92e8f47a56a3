import type { Text } from '@sagsgang/events'

/** How the house is doing, for those who keep it running: figures only, nobody's data. */
export interface OperationsView {
  /** What waits to be done, by kind of effect. */
  readonly queue: readonly {
    readonly type: string
    readonly name: Text
    readonly class: string
    readonly waiting: number
    /** Those that have been tried in vain. */
    readonly retrying: number
    readonly oldestAt: string
  }[]
  /** The last day's calls to the register. */
  readonly register: readonly {
    readonly service: string
    readonly calls: number
    readonly failures: number
    readonly medianMilliseconds: number
    readonly slowestMilliseconds: number
    readonly lastAt: string
  }[]
  /** Cases by event and status. */
  readonly cases: readonly {
    readonly event: string
    readonly status: string
    readonly count: number
  }[]
}
