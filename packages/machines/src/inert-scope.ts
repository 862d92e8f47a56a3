import { createActor } from 'xstate'
import type { AnyActorScope } from 'xstate'

import type { Machine } from './machine-for.ts'
import type { OpenInput } from './snapshot.ts'

const scopes = new WeakMap<Machine, AnyActorScope>()

const nobody: OpenInput = { caseId: '', data: {}, mode: 'report', parent: null }

const nothing = () => {}

/**
 * What XState wants around a step: an actor that is never started. `transition()` makes one, with the whole initial
 * state, on every call; ours is made once for each machine. Not documented by XState: a test holds it to `transition()`.
 */
export function inertScope(machine: Machine): AnyActorScope {
  const known = scopes.get(machine)
  if (known) return known
  const self = createActor(machine, { input: nobody })
  const scope: AnyActorScope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  }
  scopes.set(machine, scope)
  return scope
}
