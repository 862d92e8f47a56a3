import { isGiven, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { kinOf } from '../person-facts.ts'
import type { RegisterView } from '../register-view.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { rowMeant } from './row-meant.ts'

const parents = ['motherPersonnummer', 'fatherPersonnummer'] as const

function numbersOf({ data }: Facts): readonly string[] {
  return ['personnummer', ...parents]
    .map((field) => textOf(data, field))
    .filter((pnr) => pnr !== '')
}

/** A child and its parents are different people. */
const apart: RuleSpec = {
  id: 'two',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: parents,
  message: say(
    'Barnet, moderen og faderen skal være forskellige personer',
    'The child, the mother and the father must be different persons',
  ),
  isRaised: (facts) => new Set(numbersOf(facts)).size < numbersOf(facts).length,
}

const standsIn: Readonly<Record<(typeof parents)[number], { relation: string; what: Text }>> = {
  motherPersonnummer: { relation: 'mother', what: say('moderens', 'the mother’s') },
  fatherPersonnummer: { relation: 'father', what: say('faderens', 'the father’s') },
}

/** One row holds one parent. */
function isRowOf(field: (typeof parents)[number], suffix: string): RuleSpec {
  const { relation, what } = standsIn[field]
  return {
    id: `relation${suffix}`,
    layer: 'register',
    severity: 'error',
    basis: 'modelled',
    fields: [field],
    message: say(
      `Tidsstemplet peger ikke på ${what.da} række`,
      `The time stamp does not point at ${what.en} row`,
    ),
    isRaised: (facts) => {
      const row = rowMeant(facts, ['kinship'])
      return row !== undefined && isGiven(facts.data, field) && row.columns['relation'] !== relation
    },
  }
}

/** Nobody is descended from their own child. */
const noAncestorOfOneself: RuleSpec = {
  id: 'ancestor',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: parents,
  message: say(
    'Forælderen stammer selv fra barnet: ingen kan være sin egen forfader',
    'The parent is descended from the child: nobody can be their own ancestor',
  ),
  isRaised: ({ data, view }) => {
    const child = textOf(data, 'personnummer')
    const given = parents.map((field) => textOf(data, field)).filter((pnr) => pnr !== '')
    const below = descendantsOf(view, child)
    return given.some((pnr) => below.has(pnr))
  },
}

/** As far as those who were looked up tell. */
function descendantsOf(view: RegisterView, pnr: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [pnr]
  for (const one of open)
    for (const child of childrenOf(view, one))
      if (!found.has(child)) {
        found.add(child)
        open.push(child)
      }
  return found
}

function childrenOf(view: RegisterView, pnr: string): readonly string[] {
  const person = view.people[pnr]
  const own = person ? kinOf(person, 'child') : []
  const others = Object.values(view.people).filter(
    (one) => one != null && [...kinOf(one, 'mother'), ...kinOf(one, 'father')].includes(pnr),
  )
  return [...own, ...others.flatMap((one) => one?.pnr ?? [])]
}

export const parentRules: readonly RuleSpec[] = [
  apart,
  isRowOf('motherPersonnummer', ''),
  isRowOf('fatherPersonnummer', '-2'),
  noAncestorOfOneself,
]

/** Each parent is a row of their own. */
export const oneParentAtATime: RuleSpec = {
  id: 'one',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: parents,
  message: say(
    'Indberet én forælder ad gangen: hver har sin egen række',
    'Report one parent at a time: each has a row of their own',
  ),
  isRaised: ({ data }) => parents.every((field) => isGiven(data, field)),
}
