import type { CaseData } from '@sagsgang/events'

/** `transition/index` of the effect that an outcome answers. */
export type EffectId = string

/**
 * What a case asks the world to do. `pure` effects are answered in the same transaction; `lookup` ones may be repeated
 * and cost money; `update` is the save call, never repeated by the queue; `timer` waits for a day or a number of
 * seconds of the register's clock; `internal` ones touch only the engine's own store.
 */
export interface EffectPayloads {
  /** pure: the rules of the form, or of the looked-up register. */
  check: { readonly stage: 'form' | 'register' }
  /** lookup: everyone and everything the rules look at. */
  lookUp: Record<string, never>
  /** timer: until this date. */
  waitForDay: { readonly date: string }
  /** internal: until no other case has an unresolved report on the same persons. */
  waitForTurn: Record<string, never>
  /** lookup class: `report` counts from 0 where one case makes several reports. */
  initiate: { readonly report: number }
  validate: { readonly report: number }
  /** update. `attempt` rises each time the save is known not to have happened. */
  save: { readonly report: number; readonly attempt: number }
  /** timer: the settle time of a save that got no answer. */
  settle: Record<string, never>
  /** lookup: the evidence of a save in doubt. `final` once the settle time is over: then absence counts. */
  readBack: { readonly report: number; readonly final: boolean }
  /** lookup: data in the register's own waiting queue; `confirmed` once its warnings are confirmed. Spaced out by the queue. */
  pollQueue: { readonly report: number; readonly confirmed: boolean }
  /** pure: which follow-ons apply, which deadlines run. */
  offer: Record<string, never>
  /** lookup: is everyone touched as the effects said? */
  verify: Record<string, never>
  /** internal: opens a case; `derived` ones send nothing but read back. */
  openCase: {
    readonly followOn: string
    readonly person: string | null
    readonly data: CaseData
    readonly derived: boolean
  }
  /** internal: opens and submits the maintenance case of a correction; answered `opened`. */
  openCorrection: {
    readonly operation: string
    readonly data: CaseData
    /** Rules whose warning was confirmed with the order. */
    readonly confirmed: readonly string[]
    readonly reason: string
  }
  /** internal: the former-data case that replaces this one; answered `opened`. */
  openReplacement: { readonly operation: string }
  /** timer. */
  deadline: { readonly deadline: string; readonly date: string; readonly followOn: string | null }
  /** internal: sends `stop` to these cases and is answered at once; the machine itself waits for their notices. */
  halt: { readonly cases: readonly string[] }
  /** internal: sends `released` to these cases: the undo was called off. */
  release: { readonly cases: readonly string[] }
  /** internal: sends `takenBack` to a case whose rows this case's plan has taken back. */
  takeBack: { readonly caseId: string }
  /** lookup: what is to be taken back, as the one who ordered it chose and saw it. */
  plan: UndoChoice
  /** internal: opens and submits the maintenance case of one step of the plan; answered `compensating`. */
  compensate: { readonly step: number }
  /** lookup: is everything as before? */
  verifyUndo: Record<string, never>
  /** internal: sends `case…` to the case that opened this one; answered `told`. */
  tellParent: { readonly notice: ParentNotice }
}

/** What a person chose when they ordered an undo. */
export interface UndoChoice {
  /** Cases that need not be undone and are. */
  readonly also: readonly string[]
  /** Fingerprint of the plan that they saw; null where none was shown. Another plan is not carried out. */
  readonly seen: string | null
}

export type ParentNotice = 'settled' | 'withdrawn' | 'undone' | 'halted' | 'refused'

export type EffectType = keyof EffectPayloads

export const effectClasses = {
  check: 'pure',
  lookUp: 'lookup',
  waitForDay: 'timer',
  waitForTurn: 'internal',
  initiate: 'lookup',
  validate: 'lookup',
  save: 'update',
  settle: 'timer',
  readBack: 'lookup',
  pollQueue: 'lookup',
  offer: 'pure',
  verify: 'lookup',
  openCase: 'internal',
  openCorrection: 'internal',
  openReplacement: 'internal',
  deadline: 'timer',
  halt: 'internal',
  release: 'internal',
  takeBack: 'internal',
  plan: 'lookup',
  compensate: 'internal',
  verifyUndo: 'lookup',
  tellParent: 'internal',
} as const satisfies Record<EffectType, EffectClass>

export type EffectClass = 'pure' | 'lookup' | 'update' | 'timer' | 'internal'

export type Effect = {
  [E in EffectType]: {
    readonly id: EffectId
    readonly type: E
    readonly payload: EffectPayloads[E]
  }
}[EffectType]
