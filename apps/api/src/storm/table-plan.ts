import { callerOf } from '../effects/case-facts.ts'
import { answerTo } from '../effects/plan.ts'
import type { Answer } from '../engine/ports.ts'
import { treeUnder } from '../planning/case-tree.ts'
import type { KeptCase } from '../planning/case-tree.ts'
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

/** The plan of an undo, as whoever orders it would be shown it. */
export async function planFor(
  world: TableWorld,
  { stored }: Pick<Card, 'stored'>,
  { caller, also }: { readonly caller: Caller; readonly also: readonly string[] },
): Promise<UndoPlan | NotRead> {
  const { table } = world
  const parent = stored.parentId === null ? [] : [table.card(stored.parentId)]
  const tree = treeUnder(stored.id, [...table.under(stored.id), ...parent].map(kept))
  if (!tree) throw new Error('no tree')
  const people = new Set(table.under(stored.id).flatMap(peopleIn))
  const written = [...table.cards.values()]
    .filter((card) => peopleIn(card).some((pnr) => people.has(pnr)))
    .flatMap(writtenBy)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return planTree(world, caller, { tree, written, also })
}

const peopleIn = ({ stored }: Card): readonly string[] =>
  stored.snapshot.context.persons.map(({ pnr }) => pnr)

const kept = ({ stored, submissions, view }: Card): KeptCase => ({
  stored,
  submissions: submissions.toReversed(),
  view,
})

function writtenBy({ stored, submissions }: Card) {
  const { id: caseId, event, snapshot } = stored
  const { data, accepted } = snapshot.context
  return submissions
    .filter(({ state }) => state === 'confirmed')
    .map(({ report, expected, output, dialogue }) => ({
      at: dialogue,
      caseId,
      event,
      data,
      expected,
      output: output ?? accepted.outputs[report] ?? {},
    }))
}
