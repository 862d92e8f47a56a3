import type { Entity } from '@sagsgang/events'

import type { Draft } from '../draft.ts'
import { majorityOf } from '../ends-next.ts'
import { currentRows } from '../rows.ts'
import type { Person } from '../rows.ts'
import type { LoggedUpdate, Store } from '../store.ts'

/** What ends by itself: rows whose last day was known ahead, and authority over somebody now of age. */

const automaticDeletion = 'P11'
/** The machine rule set. */
const authority = '0099'

/** Kinds of rows whose end is told in the stream of updates. */
const told: readonly Entity[] = ['protection', 'note', 'contactAddress', 'parentalAuthority']

/** Written as they were, so that not even a touch is left: only the end has come. */
function endRows(draft: Draft, person: Person, today: string): boolean {
  const { pnr } = person
  const due = person.rows.filter(({ end, endsAhead }) => endsAhead && end !== null && end <= today)
  for (const row of due) draft.restore(pnr, row)
  const majority = majorityOf(person)
  const grown = majority <= today ? currentRows(person, 'parentalAuthority') : []
  for (const row of grown)
    if (!due.includes(row))
      draft.restore(pnr, { ...row, end: majority < row.start ? row.start : majority })
  return [...due, ...grown].some(({ entity }) => told.includes(entity))
}

/** Clears what has fallen due since the register was last asked. */
export function endWhatIsDue(store: Store): void {
  const today = store.clock.today()
  const people = store.endingBy(today)
  if (people.length === 0) return
  const code = automaticDeletion
  const draft = store.draft({ code, authority })
  const log = people.flatMap((person): readonly LoggedUpdate[] => {
    if (!endRows(draft, person, today)) return []
    return [{ pnr: person.pnr, timestamp: store.clock.stamp(), code, derivedMark: null, authority }]
  })
  store.keep({ people: draft.people(), log })
}
