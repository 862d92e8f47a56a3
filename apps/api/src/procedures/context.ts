import type { CaseData } from '@sagsgang/events'
import type { Kysely } from 'kysely'

import type { Auditor } from '../audit/record.ts'
import type { PlanView } from '../case-view.ts'
import type { Database } from '../database/schema.ts'
import type { Actor, Clock, Engine } from '../engine/ports.ts'
import type { UndoPlan } from '../planning/plan-undo.ts'
import type { Caller, RegisterPort } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import type { JournalFeed } from './journal-feed.ts'
import type { RateLimit } from './rate-limit.ts'

/** What a correction comes to: the plan to show, and the order to the case where something is to be changed. */
export interface PlannedCorrection {
  readonly type: 'planned'
  readonly plan: PlanView
  readonly order: { readonly operation: string; readonly data: CaseData } | null
}

/** What the procedures stand on; built once at the start. */
export interface Services {
  readonly db: Kysely<Database>
  readonly engine: Engine
  readonly clock: Clock
  readonly auditor: Auditor
  readonly register: Pick<RegisterPort, 'lookUp'>
  readonly planUndo: (caller: Caller, caseId: string) => Promise<UndoPlan | NotRead | undefined>
  readonly planCorrection: (
    caller: Caller,
    caseId: string,
    data: CaseData,
  ) => Promise<PlannedCorrection | NotRead | undefined>
  readonly journal: JournalFeed
  readonly lookUps: RateLimit
}

export interface Context {
  readonly services: Services
  /** Undefined where nobody signed in. */
  readonly actor: Actor | undefined
  /** Why not. */
  readonly refusal: 'notSignedIn' | 'identityUnknown' | undefined
}
