export { holdersIn, isGiven, listOf, textOf } from './case-data.ts'
export type { CaseData, CaseDataChange, FieldData, Holder } from './case-data.ts'
export {
  catalogue,
  DefinitionNotFound,
  findDefinition,
  getDefinition,
  nameOf,
  offersOf,
  prefillOf,
  reportOn,
} from './catalogue.ts'
export { checkForm, checkRegister } from './check.ts'
export { authorityNameOf, authorityTypeOf, authorities } from './code-lists/authorities.ts'
export type { Code, CodeList } from './code-lists/code-list.ts'
export { optionsOf } from './code-lists/code-lists.ts'
export { nameOfCode } from './code-lists/column-codes.ts'
export { addDays, addMonths, ageOn, isPartialDate, isRealDate } from './dates.ts'
export { deadlines } from './deadlines.ts'
export type { DeadlineId } from './deadlines.ts'
export { defineEvent } from './define-event.ts'
export type {
  AcceptedFacts,
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
  Parties,
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
  ReportMark,
  Value,
} from './effects.ts'
export { entities, rowKeys } from './entities.ts'
export type { Entity, Mark, RegisterRow } from './entities.ts'
export { pointer } from './expectations.ts'
export type { Difference, ExpectedChange } from './expectations.ts'
export type { Field, FieldType } from './fields.ts'
export { differences } from './differences.ts'
export { entitiesOfDataType } from './maintenance/data-type-entities.ts'
export { foretell } from './maintenance/foretell.ts'
export { foretellOldNumber } from './maintenance/foretell-number.ts'
export { columnsGiven, fieldForColumn } from './maintenance/maintained-columns.ts'
export { maintenanceCatalogue } from './maintenance/maintenance-catalogue.ts'
export { datedAsNow, isSameChain, takenBack } from './maintenance/taken-back.ts'
export type { SavedRows } from './maintenance/taken-back.ts'
export { freeNumber } from './free-number.ts'
export { formerDataFor } from './former-data.ts'
export { deadlinesOf, insteadOf, isReplacedByCatalogue, offersUntil } from './offers.ts'
export type { DueDate, Offer } from './offers.ts'
export { personsOf } from './parties.ts'
export type { PartyMember } from './parties.ts'
export { toldAsPast } from './past-fact.ts'
export { currentRow, currentRows, isCurrent, validRows } from './person-facts.ts'
export { birthDateOf, isPnr, maskPnr, passesModulus11, sexOf, unknownPnr } from './pnr.ts'
export { predict } from './predict.ts'
export { predictUndo } from './predict-undo.ts'
export type { FollowOnFor } from './prefill.ts'
export { readsFor } from './reads.ts'
export { canonicalText, reportsOf } from './to-request.ts'
export type { Report } from './to-request.ts'
export { blockersOf, weightyKinds } from './undo.ts'
export type { RaisedBlocker } from './undo.ts'
export { say } from './text.ts'
export { emptyView, searchKey } from './register-view.ts'
export type {
  Match,
  PersonSearch,
  PersonView,
  Reads,
  RegisterView,
  RoadView,
} from './register-view.ts'
export type { Text } from './text.ts'
export { codesOfField, meaningOf } from './wire/coded-fields.ts'
export { documentersIn } from './wire/documenters.ts'
export type { Documenters } from './wire/documenters.ts'
export { lookupServices } from './wire/lookup-services.ts'
export { personQuery, queriesFor, undoQueries, wholeQueries } from './wire/queries.ts'
export type { Query } from './wire/queries.ts'
export { joinedRows } from './wire/rows.ts'
export { mergeViews, viewFromAnswers } from './wire/view-from-answers.ts'
export type { Answered } from './wire/view-from-answers.ts'
export type { WireFormat } from './wire/wire-format.ts'
export type { WireColumn, WireTable } from './wire/wire-table.ts'
export {
  areRowsShown,
  rowHolds,
  serviceShowing,
  servicesShowing,
  shownOf,
  wireTables,
  wireTablesOf,
} from './wire/wire-tables.ts'
