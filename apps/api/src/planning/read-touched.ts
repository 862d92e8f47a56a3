import {
  emptyView,
  queriesFor,
  readsFor,
  undoQueries,
  viewFromAnswers,
  wholeQueries,
} from '@sagsgang/events'
import type { Answered, CaseData, EventDefinition, Query, RegisterView } from '@sagsgang/events'

import type { EffectDeps } from '../effects/deps.ts'
import { readAnswers } from '../register-client/read-view.ts'
import type { Looked } from '../register-client/read-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { SavedReport } from './saved-reports.ts'

/** What a plan looks at for the sake of one case: the people of its definition, and others whom its rows are on. */
export interface Look {
  readonly definition: EventDefinition
  readonly data: CaseData
  readonly people: readonly string[]
  /** `rules`: roads and homes as well, so that its rules can be judged. `everything`: all rows there are of these people. */
  readonly at: 'rows' | 'rules' | 'everything'
}

/** Whom a report touched, and whom its event is about. */
export function lookOf({ node, person, changes }: SavedReport): Look {
  const { definition, stored } = node
  const people = [person, ...changes.map(({ pnr }) => pnr)].filter((pnr) => pnr !== null)
  return { definition, data: stored.snapshot.context.data, people, at: 'rows' }
}

/** Rounds of lookups: a family is found by its members, and no event looks further than this. */
const rounds = 6

interface Seen {
  readonly answers: readonly Answered[]
  /** For each look, what has been asked for its sake. */
  readonly asked: readonly ReadonlySet<string>[]
}

/** Everything that these looks want to see, as the register shows it now: each thing is asked once, all of a round at a time. */
export async function readTouched(
  { port }: Pick<EffectDeps, 'port'>,
  caller: Caller,
  looks: readonly Look[],
): Promise<Looked> {
  let seen: Seen = { answers: [], asked: looks.map(() => new Set()) }
  for (let round = 0; round < rounds; round++) {
    const wanted = looks.map((look, index) => wantedBy(look, seen, index, port.today()))
    if (wanted.every((queries) => queries.length === 0)) break
    const known = new Set(seen.answers.map(({ query }) => keyOf(query)))
    const all = new Map(wanted.flat().map((query) => [keyOf(query), query]))
    const missing = [...all].filter(([key]) => !known.has(key)).map(([, query]) => query)
    const answered = await readAnswers(port, caller, missing)
    if (answered.type !== 'read') return answered
    seen = {
      answers: [...seen.answers, ...answered.answers],
      asked: seen.asked.map((asked, index) => new Set([...asked, ...subjectsOf(wanted[index])])),
    }
  }
  const { answers } = seen
  return {
    type: 'read',
    view: answers.length === 0 ? emptyView : viewFromAnswers(answers, port.today()),
  }
}

const keyOf = ({ service, keys }: Query): string => JSON.stringify([service, keys])

const subjectsOf = (queries: readonly Query[] = []) => queries.map(subjectOf)
const subjectOf = ({ of, subject }: Pick<Query, 'of' | 'subject'>): string => `${of} ${subject}`

/** What a look does not know yet, though another may: each asks the services of its own. */
function wantedBy(look: Look, seen: Seen, index: number, today: string): readonly Query[] {
  const asked = seen.asked[index] ?? new Set()
  const own = seen.answers.filter(({ query }) => asked.has(subjectOf(query)))
  const view = own.length === 0 ? emptyView : viewFromAnswers(own, today)
  const { definition, data, at } = look
  const reads = readsFor(definition, data, view)
  const named = at === 'everything' ? namedBy(look.people, view) : []
  const others = [...look.people, ...named].filter((pnr) => !(pnr in view.people))
  const people = [...new Set([...reads.people, ...others])]
  if (at === 'everything') return wholeQueries(people)
  return at === 'rules'
    ? queriesFor(definition, { ...reads, people })
    : undoQueries(definition, people)
}

/** Those whom the rows of these people name, and whose rows therefore name them. */
function namedBy(people: readonly string[], view: RegisterView): readonly string[] {
  const rows = people.flatMap((pnr) => view.people[pnr]?.rows ?? [])
  return rows.flatMap(({ columns }) =>
    Object.entries(columns).flatMap(([column, value]) =>
      value !== null && /personnummer$/i.test(column) ? [value] : [],
    ),
  )
}
