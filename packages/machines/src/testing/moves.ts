import type { EventDefinition } from '@sagsgang/events'

import { candidates } from '../changes/follow-on-rows.ts'
import { unconfirmed } from '../changes/reports.ts'
import { traitsOf } from '../chart/traits.ts'
import type { Context, Snapshot } from '../snapshot.ts'
import { landingPlaces } from '../vocabulary.ts'
import type { Command, Landing, Message, Notice } from '../vocabulary.ts'
import { toOutcome } from './story.ts'
import { answersIn } from './world.ts'
import type { World } from './world.ts'

/** Everything that could be said to a case as it stands; much of it will mean nothing there. */
export function movesFrom(
  definition: EventDefinition,
  { context }: Snapshot,
  world: World,
): readonly Message[] {
  return [
    ...answers(context, world),
    ...commands(definition, context, world),
    ...(world.lands ? landings : []),
    ...fromOthers(context, world),
  ]
}

/** Telling others always works in the end: it is done at once, or the orders would multiply. */
const atOnce = new Set(['halt', 'release', 'takeBack', 'tellParent'])

function answers(context: Context, world: World): readonly Message[] {
  const open = Object.entries(context.open)
  const first = open.filter(([, { type }]) => atOnce.has(type)).slice(0, 1)
  const next = first.length > 0 ? first : open
  return next.flatMap(([id, effect]) =>
    answersIn[effect.type]({ effect, context, world }).map((answer) => toOutcome(id, answer)),
  )
}

const reason = 'because'

const landings: readonly Landing[] = landingPlaces.map((to) => ({
  type: 'land',
  to,
  reason,
  proposedBy: 'operator',
  approvedBy: 'senior',
}))

/** Each of them holds still for an undo: more would only make the search longer. */
const mostCorrections = 2

function commands(definition: EventDefinition, context: Context, world: World): readonly Command[] {
  const keys = traitsOf(definition).regions.map(({ key }) => key)
  const correct: Command = { type: 'correct', operation: 'name.correct-current', data: {}, reason }
  return [
    { type: 'fill', data: { date: '20261101' } },
    { type: 'submit' },
    { type: 'confirm', findings: unconfirmed(context), reason },
    { type: 'withdraw', reason },
    { type: 'resume' },
    { type: 'decide', outcome: 'applied', reason },
    { type: 'decide', outcome: 'notApplied', reason },
    ...(world.undoes
      ? [{ type: 'undo', reason } as const, { type: 'stopUndo', reason } as const]
      : []),
    ...(world.corrects && context.corrections.length < mostCorrections ? [correct] : []),
    ...keys.flatMap((followOn) => aboutFollowOn(context, followOn)),
  ]
}

function aboutFollowOn(context: Context, followOn: string): readonly Command[] {
  // Whom the worker must name is nobody in particular, or one of two.
  const people = candidates(context, followOn).flatMap((one) =>
    one === null ? [null, '8', '9'] : one,
  )
  const opening = people.map((person): Command => ({
    type: 'openFollowOn',
    followOn,
    ...(person !== null && { person }),
  }))
  return [...opening, { type: 'waiveFollowOn', followOn, reason }]
}

/** What other cases may say: each child that is known, and the parent. */
function fromOthers(context: Context, { hasParent, childrenReturn }: World): readonly Notice[] {
  const parent: readonly Notice[] = [
    { type: 'stop' },
    { type: 'released' },
    { type: 'takenBack', by: 'case-0' },
  ]
  const children = Object.values(context.followOns).flatMap(({ cases }) => cases)
  const steps = context.plan.flatMap(({ carriedOutBy }) => carriedOutBy ?? [])
  const ordered = [...context.corrections.map(({ caseId }) => caseId), ...steps]
  const returning = childrenReturn ? (['caseWithdrawn', 'caseUndone'] as const) : []
  const types = ['caseSettled', ...returning] as const
  return [
    ...(hasParent ? parent : []),
    ...children.flatMap(({ caseId }) => types.map((type) => ({ type, caseId }))),
    ...ordered.flatMap((caseId) =>
      (['caseSettled', 'caseWithdrawn', 'caseRefused', 'caseUndone'] as const).map((type) => ({
        type,
        caseId,
      })),
    ),
    ...context.awaited.map((caseId) => ({ type: 'caseHalted', caseId }) as const),
  ]
}
