import { z } from 'zod'

import type {
  CaseCounts,
  CasePage,
  CaseView,
  GctpMessageView,
  JournalEntryView,
  LandingPlanView,
  LandingView,
  StuckGroup,
} from '../case-view.ts'
import { approveLanding } from '../landing/approve-landing.ts'
import { approvalInput, proposalInput as landingInput, rejectionInput } from '../landing/inputs.ts'
import { planLanding } from '../landing/plan-landing.ts'
import { proposeLanding } from '../landing/propose-landing.ts'
import { rejectLanding } from '../landing/reject-landing.ts'
import type { PlanView, RehearsalView } from '../plan-view.ts'
import { decideCase, proposeDecision } from '../stuck/decide.ts'
import type { EvidenceView } from '../stuck/evidence-view.ts'
import { decisionInput, evidenceInput, proposalInput } from '../stuck/inputs.ts'
import { readEvidence } from '../stuck/read-evidence.ts'
import { refreshEvidence } from '../stuck/refresh-evidence.ts'
import { readCaseAt, readJournal, readMessages } from './case-history.ts'
import { correctCase, planCorrection, planUndo, rehearse, undoCase } from './case-maintenance.ts'
import { commandCase, openCase, showCase } from './case-orders.ts'
import { groupStuck } from './case-statistics.ts'
import { countCases } from './count-cases.ts'
import { getGuarded } from './guarded-case.ts'
import {
  caseAt,
  commandInput,
  correctInput,
  listInput,
  oneCase,
  openInput,
  planCorrectionInput,
  planUndoInput,
  rehearseInput,
  revealInput,
  undoInput,
  watchInput,
} from './inputs.ts'
import { listCases } from './list-cases.ts'
import { revealPerson, type Revealed } from './reveal-person.ts'
import { procedureFor, router } from './trpc.ts'
import { watchCases } from './watch.ts'

const list = procedureFor('cases.list')
const read = procedureFor('cases.read')
const content = procedureFor('cases.readContent')
const nothing = z.strictObject({}).nullish()

/** Everything about cases. What a case takes is the machine's to say; who may, `authorize`'s. */
export const casesRouter = router({
  open: procedureFor('cases.open')
    .input(openInput)
    .mutation(({ ctx, input }): Promise<CaseView> => openCase(ctx, input)),
  get: read.input(oneCase).query(async ({ ctx, input }): Promise<CaseView> => {
    await getGuarded(ctx, input.caseId, 'cases.read')
    return showCase(ctx, input.caseId)
  }),
  list: list
    .input(listInput.nullish())
    .query(({ ctx, input }): Promise<CasePage> => listCases(ctx, listInput.parse(input ?? {}))),
  counts: list.input(nothing).query(({ ctx }): Promise<CaseCounts> => countCases(ctx)),
  stuckGroups: list
    .input(nothing)
    .query(({ ctx }): Promise<readonly StuckGroup[]> => groupStuck(ctx)),
  // Which right a command takes depends on the command: it is asked for with the case in hand.
  command: read
    .input(commandInput)
    .mutation(({ ctx, input }): Promise<CaseView> => commandCase(ctx, input)),
  evidence: read
    .input(evidenceInput)
    .query(({ ctx, input: { caseId, purpose } }): Promise<EvidenceView> =>
      purpose === undefined ? readEvidence(ctx, caseId) : refreshEvidence(ctx, { caseId, purpose }),
    ),
  proposeDecision: procedureFor('cases.proposeDecision')
    .input(proposalInput)
    .mutation(({ ctx, input }): Promise<EvidenceView> => proposeDecision(ctx, input)),
  decide: procedureFor('cases.decide')
    .input(decisionInput)
    .mutation(({ ctx, input }): Promise<CaseView> => decideCase(ctx, input)),
  journal: read
    .input(oneCase)
    .query(async ({ ctx, input }): Promise<readonly JournalEntryView[]> =>
      readJournal(ctx, await getGuarded(ctx, input.caseId, 'cases.read')),
    ),
  at: read
    .input(caseAt)
    .query(async ({ ctx, input }): Promise<CaseView> =>
      readCaseAt(ctx, await getGuarded(ctx, input.caseId, 'cases.read'), input.seq),
    ),
  messages: content
    .input(oneCase)
    .query(async ({ ctx, input }): Promise<readonly GctpMessageView[]> =>
      readMessages(ctx, await getGuarded(ctx, input.caseId, 'cases.readContent')),
    ),
  reveal: content
    .input(revealInput)
    .mutation(({ ctx, input }): Promise<Revealed> => revealPerson(ctx, input)),
  planUndo: procedureFor('cases.plan')
    .input(planUndoInput)
    .query(({ ctx, input }): Promise<PlanView> => planUndo(ctx, input)),
  undo: procedureFor('cases.undo')
    .input(undoInput)
    .mutation(({ ctx, input }): Promise<CaseView> => undoCase(ctx, input)),
  planCorrection: procedureFor('cases.plan')
    .input(planCorrectionInput)
    .query(({ ctx, input }): Promise<PlanView> => planCorrection(ctx, input.caseId, input.data)),
  rehearse: procedureFor('cases.rehearse')
    .input(rehearseInput)
    .mutation(({ ctx, input }): Promise<RehearsalView> => rehearse(ctx, input)),
  correct: procedureFor('cases.correct')
    .input(correctInput)
    .mutation(({ ctx, input }): Promise<CaseView> => correctCase(ctx, input)),
  planLanding: procedureFor('cases.planLanding')
    .input(oneCase)
    .query(({ ctx, input }): Promise<LandingPlanView> => planLanding(ctx, input.caseId)),
  proposeLanding: procedureFor('cases.proposeLanding')
    .input(landingInput)
    .mutation(({ ctx, input }): Promise<LandingView> => proposeLanding(ctx, input)),
  approveLanding: procedureFor('cases.approveLanding')
    .input(approvalInput)
    .mutation(({ ctx, input }): Promise<CaseView> => approveLanding(ctx, input)),
  rejectLanding: procedureFor('cases.rejectLanding')
    .input(rejectionInput)
    .mutation(({ ctx, input }): Promise<LandingView> => rejectLanding(ctx, input)),
  watch: procedureFor('cases.watch')
    .input(watchInput)
    .subscription(({ ctx, input, signal }) => watchCases(ctx, input?.lastEventId, signal)),
})
