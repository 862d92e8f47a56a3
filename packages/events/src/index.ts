export type { CaseData, CaseDataChange, FieldData, Holder } from './case-data.ts'
export type {
  Basis,
  Blocker,
  CompensationStep,
  Deadline,
  EventDefinition,
  Facts,
  Finding,
  FollowOn,
  FollowOnMode,
  Layer,
  Maintenance,
  Rule,
  Timer,
} from './define-event.ts'
export type {
  Choice,
  Condition,
  Derivation,
  EffectOperation,
  EventEffect,
  PartySource,
  Value,
} from './effects.ts'
export { entities, rowKeys } from './entities.ts'
export type { Entity, Mark, RegisterRow } from './entities.ts'
export type { Difference, ExpectedChange } from './expectations.ts'
export type { Field, FieldType } from './fields.ts'
export { emptyView } from './register-view.ts'
export type { PersonView, Reads, RegisterView, RoadView } from './register-view.ts'
export type { Text } from './text.ts'
export { lookupServices } from './wire/lookup-services.ts'
export { addressKey, queriesFor, servicesFor } from './wire/queries.ts'
export type { Query } from './wire/queries.ts'
export { fieldsFromRow, rowFromFields, rowsFromAnswer } from './wire/rows.ts'
export { mergeViews, viewFromAnswers } from './wire/view-from-answers.ts'
export type { Answered } from './wire/view-from-answers.ts'
export { wireFormats } from './wire/wire-format.ts'
export type { WireFormat } from './wire/wire-format.ts'
export type { WireColumn, WireTable } from './wire/wire-table.ts'
export { serviceShowing, wireTables, wireTablesOf } from './wire/wire-tables.ts'
