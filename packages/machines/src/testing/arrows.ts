import type { AnyStateNode } from 'xstate'

import type { Chart } from '../chart-of.ts'
import { inertScope } from '../inert-scope.ts'
import type { Machine } from '../machine-for.ts'

/** An arrow of a chart in one line: from where, by what, to where. */
export function arrowsOf({ transitions }: Chart): readonly string[] {
  return transitions.map(({ from, word, to }) => `${from} ${word} ${to}`)
}

/** Notes every arrow that a machine takes from now on, those taken by themselves included, until it is told to stop. */
export function watchArrows(machine: Machine): { readonly taken: Set<string>; stop(): void } {
  const taken = new Set<string>()
  const watching = inertScope(machine).system.inspect((told) => {
    if (told.type !== '@xstate.microstep') return
    // oxlint-disable-next-line no-underscore-dangle -- XState's own name for what an inspector is told
    for (const { source, target, eventType } of told._transitions)
      for (const to of target ?? []) taken.add(`${pathOf(source)} ${eventType} ${pathOf(to)}`)
  })
  return { taken, stop: () => watching.unsubscribe() }
}

function pathOf(node: AnyStateNode): string {
  return node.path.join('/')
}
