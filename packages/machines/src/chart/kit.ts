import type { Difference, Finding } from '@sagsgang/events'
import { assign, setup } from 'xstate'

import * as asking from '../changes/asking.ts'
import * as corrections from '../changes/corrections.ts'
import * as deadlines from '../changes/deadlines.ts'
import * as rows from '../changes/follow-on-rows.ts'
import * as landing from '../changes/landing.ts'
import * as renumbering from '../changes/renumbering.ts'
import * as reports from '../changes/reports.ts'
import * as stopping from '../changes/stopping.ts'
import * as undo from '../changes/undo-plan.ts'
import { firstContext } from '../snapshot.ts'
import type { Context, OpenInput } from '../snapshot.ts'
import type { LandingPlace, Message } from '../vocabulary.ts'

type Changing<P> = (context: Context, params: P) => asking.Change

/** An action is a change of the context, worked out from the context and what the transition hands it. */
function change<P>(changing: Changing<P>) {
  return assign<Context, Message, P, Message, never>(({ context }, params) =>
    changing(context, params),
  )
}

/** Actions and guards take what they need as `params` and never look at the message themselves. */
export const kit = setup({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion -- XState reads the type and never the value
  types: {} as { context: Context; events: Message; input: OpenInput },
  actions: {
    ask: change(asking.ask),
    drop: change(asking.drop),
    dropAllButNotices: change<undefined>(asking.dropAllButNotices),
    markFailed: change(asking.markFailed),
    repeatFailed: change<undefined>(asking.repeatFailed),
    tellParent: change(asking.tellParent),
    tellOrdered: change<undefined>((context) => asking.tellWhoOrdered(context, 'settled')),
    tellRefused: change<undefined>((context) => asking.tellWhoOrdered(context, 'refused')),
    noted: change<undefined>(() => ({})),
    assignTo: change((_, { to }: { readonly to: string }) => ({ assignee: to })),

    fill: change(reports.fill),
    noteForm: change(reports.noteForm),
    noteRegister: change(reports.noteRegister),
    noteReceipt: change(reports.noteReceipt),
    confirm: change(reports.confirm),
    beginDialogue: change(reports.beginDialogue),
    startOver: change<undefined>(reports.startOver),
    countUnsent: change<undefined>(reports.countUnsent),
    countAbsent: change<undefined>(reports.countAbsent),
    accept: change(reports.accept),
    countInDialogue: change<undefined>(reports.countInDialogue),
    confirmQueued: change<undefined>(() => ({ queueConfirmed: true })),
    askToInitiate: change<undefined>(askToInitiate),
    setReplacement: change((_, { caseId }: { readonly caseId: string }) => ({
      replacement: caseId,
    })),
    setDifferences: change((_, { differences }: Found) => ({ differences })),
    setVerified: change<undefined>(() => ({ verified: true, differences: [] })),

    takeOffers: change(deadlines.takeOffers),
    noteExpired: change<undefined>(deadlines.noteExpired),
    endDeadlines: change(deadlines.endDeadlines),
    restartDeadlines: change(deadlines.restartDeadlines),
    askToOpen: change(rows.askToOpen),
    askToDerive: change(rows.askToDerive),
    addCase: change(rows.addCase),
    markCase: change(rows.markCase),
    markUndone: change(rows.markUndone),
    waive: change(rows.waive),
    closeRows: change<undefined>(rows.closeRows),

    askToCorrect: change(corrections.askToCorrect),
    addCorrection: change(corrections.addCorrection),
    markCorrection: change(corrections.markCorrection),
    orderUndo: change(undo.orderUndo),
    askToHalt: change<undefined>(stopping.askToHalt),
    askStepsToHalt: change<undefined>(stopping.askStepsToHalt),
    noteStopped: change(stopping.noteStopped),
    releaseHalted: change<undefined>(stopping.releaseHalted),
    releaseKept: change<undefined>(stopping.releaseKept),
    takeBackCorrections: change<undefined>(stopping.takeBackCorrections),
    setPlan: change(undo.setPlan),
    setBlockers: change(undo.setBlockers),
    askToCompensate: change<undefined>(undo.askToCompensate),
    beginStep: change(undo.beginStep),
    markStep: change(undo.markStep),
    markTogether: change<undefined>(undo.markTogether),
    letStand: change<undefined>(undo.letStand),
    setStopping: change((_, flag: { readonly stopping: boolean }) => flag),
    renumber: change(renumbering.renumber),
    landUnsent: change<undefined>(landing.landUnsent),
    landAlive: change<undefined>(landing.landAlive),
    dropUnderWay: change<undefined>(landing.dropUnderWay),
    setTakenBack: change((_, { by }: { readonly by: string }) => ({ takenBackBy: by })),
  },
  guards: {
    isDerived: ({ context }) => context.mode === 'derived',
    isStopping: ({ context }) => context.stopping,
    hasErrors: (_, { findings }: { readonly findings: readonly Finding[] }) =>
      findings.some(({ severity }) => severity === 'error'),
    isInstead: (_, { insteadOf }: { readonly insteadOf: string | null }) => insteadOf !== null,
    isConfirmed: ({ context }) => reports.unconfirmed(context).length === 0,
    isReady: ({ context }, { later }: { readonly later: boolean }) =>
      reports.unconfirmed(context).length === 0 && (context.reportOn !== null) === later,
    isConfirmedAnew: ({ context }, warned: reports.Warned) =>
      reports.isConfirmedAnew(context, warned),
    isConfirmedInDialogue: ({ context }, warned: reports.Warned) =>
      warned.dialogue !== undefined && reports.isConfirmedAnew(context, warned),
    maySaveAgain: ({ context }, warned: reports.Warned) => reports.maySaveAgain(context, warned),
    isFirstReport: ({ context }) => context.report === 0,
    isMoreToReport: ({ context }) => context.report + 1 < context.reports,
    isPartlyReported: ({ context }) => context.report > 0 && context.report < context.reports,
    mustAskAgain: (_, { again }: { readonly again?: boolean }) => again === true,
    mayResend: (_, { resend }: { readonly resend: boolean }) => resend,
    isDecided: ({ context }, decided: { readonly outcome: string; readonly isLast: boolean }) =>
      decided.outcome === 'applied' && decided.isLast === context.report + 1 >= context.reports,

    answers: ({ context }, { slot }: { readonly slot: string }) => context.answering?.slot === slot,
    hasFailed: ({ context }) => Object.values(context.open).some(asking.isFailed),
    hasDifferences: ({ context }) => context.differences.length > 0,
    noDifferences: (_, { differences }: Found) => differences.length === 0,
    isVerified: ({ context }) => context.verified,
    isUnverified: ({ context }) =>
      context.differences.length > 0 ||
      Object.values(context.open).some((one) => one.type === 'verify' && asking.isFailed(one)),
    isPressed: ({ context }) => deadlines.pressing(context).length > 0,

    knowsNumber: ({ context }, changed: renumbering.Renumbering) =>
      renumbering.knows(context, changed),

    isFor: (_, { key, followOn }: { readonly key: string; readonly followOn: string }) =>
      key === followOn,
    isNotNeeded: ({ context }, { key }: { readonly key: string }) =>
      rows.rowOf(context, key).as === 'notNeeded',
    isAvailable: ({ context }, { key }: { readonly key: string }) =>
      rows.rowOf(context, key).as !== 'unavailable',
    isUnavailable: ({ context }, { key }: { readonly key: string }) =>
      rows.rowOf(context, key).as === 'unavailable',
    hasPerson: ({ context }, opening: rows.Opening) =>
      rows.personFor(context, opening) !== undefined,
    hasNothingToDerive: ({ context }, { key }: { readonly key: string }) =>
      rows.rowOf(context, key).cases.length === 0 && !rows.isBeingOpened(context, key),
    hasOnlyFailedOpenings: ({ context }, { key }: { readonly key: string }) =>
      rows.hasOnlyFailedOpenings(context, key),
    hasLapsed: ({ context }) => context.lapsed,
    isUndoneElsewhere: ({ context }, one: { readonly caseId: string }) =>
      rows.isUndoneElsewhere(context, one),
    leadsTo: ({ context }, mark: rows.CaseMark & { readonly leads: rows.Standing }) =>
      rows.leadsTo(context, mark),

    isTo: (_, { to, place }: { readonly to: LandingPlace; readonly place: LandingPlace }) =>
      to === place,
    hasStepUnderWay: ({ context }) => landing.hasStepUnderWay(context),
    hasBegunUndo: ({ context }) => landing.hasBegunUndo(context),

    isCorrecting: ({ context }) => corrections.isCorrecting(context),
    isCorrection: ({ context }, mark: corrections.CorrectionMark) =>
      corrections.isCorrection(context, mark),
    isPartlyUndone: ({ context }) => undo.isPartlyUndone(context),
    isTakenBack: ({ context }) => undo.isTakenBack(context),
    isReleasing: ({ context }) => undo.isReleasing(context),
    isAllStill: ({ context }) => stopping.isAllStill(context),
    isAwaited: ({ context }, one: { readonly caseId: string }) => stopping.isAwaited(context, one),
    isStep: ({ context }, mark: undo.StepMark) => undo.isStep(context, mark),
    isCompensated: ({ context }) => undo.isCompensated(context),
  },
})

export type Part = Parameters<typeof kit.createStateConfig>[0]

export type On = NonNullable<Part['on']>

export const contextOf = ({ input }: { readonly input: OpenInput }): Context => firstContext(input)

interface Found {
  readonly differences: readonly Difference[]
}

function askToInitiate(context: Context): asking.Change {
  const order = {
    effect: 'initiate',
    slot: 'work',
    payload: { report: context.report },
  } as const
  return context.unsent < reports.mostUnsent
    ? asking.ask(context, order)
    : asking.askFailed(context, order, 'unsent')
}
