import { emptyView, joinedRows, mergeViews, queriesFor } from '@sagsgang/events'
import type { EventDefinition, PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

import type { EffectDeps } from '../effects/deps.ts'
import { readQueries, readView } from '../register-client/read-view.ts'
import type { Looked } from '../register-client/read-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { SavedReport } from './saved-reports.ts'

/** Everyone that these reports touched, as the register shows them now. */
export async function readTouched(
  { port }: Pick<EffectDeps, 'port'>,
  caller: Caller,
  reports: readonly SavedReport[],
): Promise<Looked> {
  let view = emptyView
  for (const { node, changes, person } of reports) {
    const { definition, stored } = node
    const { data } = stored.snapshot.context
    const looked = await readView(port, caller, { definition, data })
    if (looked.type !== 'read') return looked
    view = mergeRows(view, looked.view)
    const people = [person, ...changes.map(({ pnr }) => pnr)].filter((pnr) => pnr !== null)
    const rest = await readPeople(port, caller, {
      definition,
      people: [...new Set(people)].filter((pnr) => !(pnr in looked.view.people)),
    })
    if (rest.type !== 'read') return rest
    view = mergeRows(view, rest.view)
  }
  return { type: 'read', view }
}

function readPeople(
  port: EffectDeps['port'],
  caller: Caller,
  of: { readonly definition: EventDefinition; readonly people: readonly string[] },
): Promise<Looked> {
  const reads = { people: of.people, roads: [], households: [], searches: [] }
  return readQueries(port, caller, queriesFor(of.definition, reads))
}

/** Two looks at the same people, at different kinds of rows. */
function mergeRows(one: RegisterView, other: RegisterView): RegisterView {
  const people = { ...one.people }
  for (const [pnr, person] of Object.entries(other.people)) {
    const known = people[pnr]
    people[pnr] = known && person ? withRows(known, person.rows) : person
  }
  return { ...mergeViews(one, other), people }
}

function withRows(person: PersonView, more: readonly RegisterRow[]): PersonView {
  const rows = new Map([...person.rows, ...more].map((row) => [JSON.stringify(row), row]))
  return { ...person, rows: joinedRows([...rows.values()]) }
}
