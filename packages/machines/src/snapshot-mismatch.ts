import type { AnyStateNode } from 'xstate'

import type { Machine } from './machine-for.ts'
import type { Snapshot, StateValue } from './snapshot.ts'

/** A stored snapshot that the chart has no place for: XState would fill in what is missing and say nothing. */
export class SnapshotMismatch extends Error {
  override name = 'SnapshotMismatch'
  readonly machine: string

  constructor(machine: string, problem: string) {
    super(`snapshot does not fit the machine "${machine}": ${problem}`)
    this.machine = machine
  }
}

/** Throws unless every region is there and every state exists. */
export function checkSnapshot(machine: Machine, snapshot: Snapshot): void {
  const problem = problemIn(machine.root, snapshot.value) ?? problemOf(snapshot)
  if (problem !== undefined) throw new SnapshotMismatch(machine.id, problem)
}

function problemOf({ context }: Snapshot): string | undefined {
  return Number.isInteger(context.transition) ? undefined : 'no transition number'
}

function problemIn(node: AnyStateNode, value: StateValue | undefined): string | undefined {
  const place = node.path.join('.') || node.id
  if (value === undefined) return `nothing is said about "${place}"`
  if (typeof value === 'string') return problemAt(node, value)
  const named = Object.keys(value)
  const expected = node.type === 'parallel' ? Object.keys(node.states) : named.slice(0, 1)
  const missing = expected.find((key) => !named.includes(key))
  if (missing !== undefined) return `region "${missing}" of "${place}" is missing`
  if (named.length !== expected.length) return `"${place}" is in more states than it can be`
  return firstProblem(node, value)
}

function firstProblem(node: AnyStateNode, value: Exclude<StateValue, string>): string | undefined {
  for (const [key, below] of Object.entries(value)) {
    const child = node.states[key]
    const problem = child ? problemIn(child, below) : `no state "${key}"`
    if (problem !== undefined) return problem
  }
  return undefined
}

/** A name alone is enough only where nothing lies below it. */
function problemAt(node: AnyStateNode, key: string): string | undefined {
  const child = node.states[key]
  if (node.type === 'parallel' || !child) return `no state "${key}"`
  return child.type === 'compound' || child.type === 'parallel'
    ? `nothing is said about "${child.path.join('.')}"`
    : undefined
}
