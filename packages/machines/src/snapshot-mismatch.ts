import type { EventDefinition } from '@sagsgang/events'
import type { AnyStateNode } from 'xstate'

import { machineFor } from './machine-for.ts'
import type { Machine } from './machine-for.ts'
import { firstContext } from './snapshot.ts'
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

/** Why a stored snapshot is none of this event's chart; undefined where it is. */
export function misfitOf(definition: EventDefinition, snapshot: Snapshot): string | undefined {
  return mismatchOf(machineFor(definition), snapshot)
}

/** Throws unless every region is there and every state exists. */
export function checkSnapshot(machine: Machine, snapshot: Snapshot): void {
  const problem = mismatchOf(machine, snapshot)
  if (problem !== undefined) throw new SnapshotMismatch(machine.id, problem)
}

function mismatchOf(machine: Machine, snapshot: Snapshot): string | undefined {
  return problemIn(machine.root, snapshot.value) ?? problemOf(snapshot)
}

/** What every context has. A wrong shape would otherwise be found out in the middle of a step, or never. */
const members = Object.keys(firstContext({ caseId: '', data: {}, mode: 'report', parent: null }))

function problemOf({ context }: Snapshot): string | undefined {
  if (!Number.isInteger(context.transition)) return 'no transition number'
  const missing = members.find((name) => !(name in context))
  return missing === undefined ? undefined : `its context says nothing of "${missing}"`
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
