export { advance, open } from './advance.ts'
export type { Advanced } from './advance.ts'
export { effectClasses } from './effects.ts'
export type {
  Effect,
  EffectClass,
  EffectId,
  EffectPayloads,
  EffectType,
  ParentNotice,
} from './effects.ts'
export type {
  CasePerson,
  OfferedFollowOn,
  Outcome,
  PlanStep,
  RunningDeadline,
  StoredDialogue,
} from './outcomes.ts'
export type {
  Context,
  Correction,
  FollowOnCase,
  FollowOnRow,
  Mode,
  OpenEffect,
  OpenInput,
  Snapshot,
  StateValue,
  StepProgress,
} from './snapshot.ts'
export type { Command, Message, Notice, Status } from './vocabulary.ts'
export { machineFor, machineVersion } from './machine-for.ts'
export { SnapshotMismatch } from './snapshot-mismatch.ts'
export { answersOf } from './outcomes.ts'
