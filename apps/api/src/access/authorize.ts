import type { Actor, RoleName } from '../engine/ports.ts'
import type { Reason } from '../errors.ts'

/** What can be asked of the api. A procedure names one; what is not in the table is denied. */
export type Action =
  | 'self.read'
  | 'catalogue.read'
  | 'cases.list'
  | 'cases.read'
  | 'cases.readContent'
  | 'cases.watch'
  | 'cases.open'
  | 'cases.command'
  | 'cases.resume'
  | 'cases.assign'
  | 'cases.decide'
  | 'cases.proposeDecision'
  | 'cases.plan'
  | 'cases.rehearse'
  | 'cases.undo'
  | 'cases.correct'
  | 'cases.planLanding'
  | 'cases.proposeLanding'
  | 'cases.approveLanding'
  | 'cases.rejectLanding'
  | 'register.read'
  | 'audit.read'
  | 'operations.read'
  | 'operations.decideLost'
  | 'metering.read'

/** How much of a case somebody sees. */
export type Sight = 'whole' | 'metadata' | 'own'

interface Right {
  readonly actions: readonly Action[]
  readonly sight: Sight
}

const everybody: readonly Action[] = ['self.read', 'catalogue.read']
const looking: readonly Action[] = [...everybody, 'cases.list', 'cases.read', 'cases.watch']
const working: readonly Action[] = [
  ...looking,
  'cases.readContent',
  'cases.open',
  'cases.command',
  'cases.resume',
  'cases.assign',
  'cases.plan',
  'cases.rehearse',
  'register.read',
  'operations.read',
]

/** Moving a case by hand takes two: an operator may begin it, a senior ends it. */
const landing: readonly Action[] = [
  'cases.planLanding',
  'cases.proposeLanding',
  'cases.rejectLanding',
]

const rights: Readonly<Record<RoleName, Right>> = {
  caseworker: { actions: [...working, 'cases.proposeDecision'], sight: 'whole' },
  senior: {
    actions: [
      ...working,
      'cases.decide',
      'cases.undo',
      'cases.correct',
      'cases.approveLanding',
      'operations.decideLost',
      'metering.read',
      ...landing,
    ],
    sight: 'whole',
  },
  operator: {
    actions: [
      ...looking,
      'cases.resume',
      'cases.assign',
      'cases.proposeDecision',
      'operations.read',
      'operations.decideLost',
      'metering.read',
      ...landing,
    ],
    sight: 'metadata',
  },
  auditor: {
    actions: [
      ...looking,
      'cases.readContent',
      'cases.plan',
      'cases.planLanding',
      'audit.read',
      'operations.read',
      'metering.read',
    ],
    sight: 'whole',
  },
  service: { actions: [...looking, 'cases.readContent'], sight: 'own' },
}

/** A case as far as access is concerned; null where the action has no object. */
export interface Guarded {
  readonly authority: string
  readonly openedBy: string
}

export type Verdict =
  | { readonly type: 'allowed'; readonly sight: Sight }
  | { readonly type: 'denied'; readonly reason: Reason }

const seniorActions: readonly Action[] = [
  'cases.decide',
  'cases.undo',
  'cases.correct',
  'cases.planLanding',
  'cases.proposeLanding',
  'cases.approveLanding',
  'cases.rejectLanding',
]

/** The only place that decides. Somebody else's case does not exist: its very presence is not told. */
export function authorize(actor: Actor, action: Action, object: Guarded | null): Verdict {
  const { actions, sight } = rights[actor.role]
  if (object !== null && !isVisible(actor, sight, object)) {
    return { type: 'denied', reason: 'caseNotFound' }
  }
  if (actions.includes(action)) return { type: 'allowed', sight }
  const isSenior = seniorActions.includes(action) && actor.role === 'caseworker'
  return { type: 'denied', reason: isSenior ? 'seniorOnly' : 'roleNotAllowed' }
}

function isVisible(actor: Actor, sight: Sight, object: Guarded): boolean {
  return object.authority === actor.authority && (sight !== 'own' || object.openedBy === actor.user)
}
