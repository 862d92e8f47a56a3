export { advance, open } from './advance.ts'
export type { Advanced } from './advance.ts'
export { causeNamed, causeOf, isRepeatable, unreadable } from './cause-of.ts'
export type { Cause } from './cause-of.ts'
export { activeStates, chartFingerprint, chartOf } from './chart-of.ts'
export type { Chart, ChartState, ChartTransition } from './chart-of.ts'
export { commandsOf } from './commands-of.ts'
export type { CommandStanding } from './commands-of.ts'
export { effectClasses } from './effects.ts'
export type {
  Effect,
  EffectClass,
  EffectId,
  EffectPayloads,
  UndoChoice,
  EffectType,
  ParentNotice,
} from './effects.ts'
export { followOnsOf } from './follow-ons-of.ts'
export type { FollowOnStanding } from './follow-ons-of.ts'
export { landingName, landingsOf } from './landings-of.ts'
export type { LandingStanding } from './landings-of.ts'
export { maySaveAgain } from './changes/reports.ts'
export { machineFor, machineVersion } from './machine-for.ts'
export type { Migration } from './migrations/migration.ts'
export { isReleasedChart } from './migrations/released.ts'
export { currentRelease, migrate, migrationsFor } from './migrations/release.ts'
export type { Release } from './migrations/release.ts'
export { answersOf } from './outcomes.ts'
export type {
  CasePerson,
  FollowOnHold,
  OfferedFollowOn,
  Outcome,
  PlanStep,
  RunningDeadline,
  StoredDialogue,
} from './outcomes.ts'
export { ownerNames } from './owners.ts'
export type { Owner } from './owners.ts'
export { isFinal, placeOf, places, statusOf } from './places.ts'
export type { PlaceName } from './places.ts'
export { misfitOf, SnapshotMismatch } from './snapshot-mismatch.ts'
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
export { legalDate, standingOf } from './standing-of.ts'
export type { Due, Standing } from './standing-of.ts'
export { landingPlaces, statuses } from './vocabulary.ts'
export type { Command, Landing, LandingPlace, Message, Notice, Status } from './vocabulary.ts'
export { waitsFor } from './waits-for.ts'
export { effectNames } from './words.ts'
