import type { Effect } from '@sagsgang/machines'

import type { Random } from './random.ts'

export interface Order {
  readonly caseId: string
  readonly effect: Effect
}

/** What waits to be carried out, in an order by chance. */
export interface Queue {
  push(order: Order): void
  /** Waits until somebody gives a turn up. */
  putOff(order: Order): void
  wake(): void
  /** One that is still wanted, whichever. */
  next(isWanted: (order: Order) => boolean): Order | undefined
}

export function createQueue(random: Random): Queue {
  const orders: Order[] = []
  const waiting: Order[] = []
  const draw = (): Order | undefined => {
    const place = random.below(orders.length)
    const drawn = orders[place]
    const last = orders.pop()
    if (last && last !== drawn) orders[place] = last
    return drawn
  }
  return {
    push: (order) => void orders.push(order),
    putOff: (order) => void waiting.push(order),
    wake: () => void orders.push(...waiting.splice(0)),
    next(isWanted) {
      let drawn = draw()
      while (drawn && !isWanted(drawn)) drawn = draw()
      return drawn
    },
  }
}
