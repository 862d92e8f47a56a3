export type {
  CaseChange,
  CaseCounts,
  CasePage,
  CaseRow,
  CaseView,
  CommandView,
  DeadlineView,
  FindingView,
  FollowOnView,
  GctpMessageView,
  HealthView,
  JournalEntryView,
  LandingPlaceView,
  LandingPlanView,
  LandingState,
  LandingView,
  OpenEffectView,
  PersonView,
  StepView,
  StuckGroup,
} from './case-view.ts'
export type {
  ExactRowView,
  PlannedStepView,
  PlanView,
  RehearsalView,
  RehearsedStep,
  RowView,
} from './plan-view.ts'
export type {
  ChartView,
  DeadlineSummary,
  DrawnChart,
  DrawnState,
  DrawnTransition,
  EffectSummary,
  EventSummary,
  EventView,
  FieldView,
  FollowOnSummary,
  MaintenanceSummary,
  OptionView,
  Point,
  RuleView,
  ServiceFieldView,
  ServiceSummary,
  ServiceView,
} from './catalogue-view.ts'
export type { Reason } from './errors.ts'
export type { OutcomeReason } from './outcome-reasons.ts'
export type {
  CaseToDecide,
  LandingToApprove,
  LostSubmissionView,
  OperationsView,
  ResumeCounts,
  ResumeItem,
  ResumePreview,
  ResumeRun,
  ResumeRunPage,
  StuckCase,
} from './operations-view.ts'
export type {
  DecisionProposal,
  EvidenceView,
  LogEntryView,
  SentView,
} from './stuck/evidence-view.ts'
export type { Identity, Me } from './procedures/me.ts'
export type { AppRouter } from './procedures/router.ts'
export type {
  AuditRowView,
  DataTypeView,
  HistoryRowView,
  HistoryView,
  LookUpView,
  OperationView,
  PersonSummary,
  RegisterFieldView,
  RegisterRowView,
} from './register-view.ts'
