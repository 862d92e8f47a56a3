import type { CaseDataChange } from '@sagsgang/events'

import { callerOf } from '../effects/case-facts.ts'
import { answerTo } from '../effects/plan.ts'
import type { Answer } from '../engine/ports.ts'
import { treeUnder } from '../planning/case-tree.ts'
import type { KeptCase } from '../planning/case-tree.ts'
import { planFor as planCorrection } from '../planning/plan-correction.ts'
import type { CorrectionPlan } from '../planning/plan-correction.ts'
import { planTree } from '../planning/plan-undo.ts'
import type { UndoPlan } from '../planning/plan-undo.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import type { Card } from './table.ts'
import type { Of, TableWorld } from './world.ts'

/** The plan of an undo, by the very functions that the real engine plans with. */

export async function plan(world: TableWorld, card: Card, effect: Of<'plan'>): Promise<Answer> {
  const { also, seen } = effect.payload
  const planned = await planFor(world, card, {
    caller: callerOf({ case: card.stored, effect }),
    also,
  })
  if (planned.type === 'notRead') return { type: 'failed', reason: planned.reason }
  return answerTo(planned, seen)
}

interface Asked {
  readonly caller: Caller
}

/** The plan of an undo, as whoever orders it would be shown it. */
export async function planFor(
  world: TableWorld,
  card: Pick<Card, 'stored'>,
  { caller, also }: Asked & { readonly also: readonly string[] },
): Promise<UndoPlan | NotRead> {
  return planTree(world, caller, { ...knownOf(world, card), also })
}

/** The same of a correction. */
export async function correctionFor(
  world: TableWorld,
  card: Pick<Card, 'stored'>,
  { caller, typed }: Asked & { readonly typed: CaseDataChange },
): Promise<CorrectionPlan | NotRead> {
  const { tree: node, written } = knownOf(world, card)
  const ground = { clock: world.clock, written, authority: card.stored.authority }
  return planCorrection(world, caller, { node, ground, typed })
}

/** A case with all that came of it, and what the cases on the table have written on its people. */
function knownOf({ table }: TableWorld, { stored }: Pick<Card, 'stored'>) {
  const parent = stored.parentId === null ? [] : [table.card(stored.parentId)]
  const tree = treeUnder(stored.id, [...table.under(stored.id), ...parent].map(kept))
  if (!tree) throw new Error('no tree')
  const people = new Set(table.under(stored.id).flatMap(peopleIn))
  const written = [...table.cards.values()]
    .filter((card) => peopleIn(card).some((pnr) => people.has(pnr)))
    .flatMap(writtenBy)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return { tree, written }
}

const peopleIn = ({ stored }: Card): readonly string[] =>
  stored.snapshot.context.persons.map(({ pnr }) => pnr)

const kept = ({ stored, submissions, view }: Card): KeptCase => ({
  stored,
  submissions: submissions.toReversed(),
  view,
})

function writtenBy({ stored, submissions }: Card) {
  const { id: caseId, authority, event, snapshot } = stored
  const { data, accepted } = snapshot.context
  return submissions
    .filter(({ state }) => state === 'confirmed')
    .map(({ report, expected, output, dialogue }) => ({
      at: dialogue,
      caseId,
      authority,
      event,
      data,
      expected,
      output: output ?? accepted.outputs[report] ?? {},
    }))
}
