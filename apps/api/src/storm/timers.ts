import type { Order } from './queue.ts'

/** Orders that wait for their day, and those whose day has come. */
export interface Timers {
  set(order: Order, due: number): void
  takeDue(now: number): readonly Order[]
}

export function createTimers(): Timers {
  let timers: readonly { readonly due: number; readonly order: Order }[] = []
  const fresh: { readonly due: number; readonly order: Order }[] = []
  return {
    set: (order, due) => void fresh.push({ order, due }),
    takeDue(now) {
      const all = [...timers, ...fresh.splice(0)]
      timers = all.filter(({ due }) => due > now)
      return all.filter(({ due }) => due <= now).map(({ order }) => order)
    },
  }
}
