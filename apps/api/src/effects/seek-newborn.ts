import { emptyView, queriesFor, searchKey } from '@sagsgang/events'
import type { EventDefinition, RegisterView } from '@sagsgang/events'

import { readQueries, readRows } from '../register-client/read-view.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { soughtBy } from './doubt.ts'
import type { Doubt, Found, Looking } from './doubt.ts'
import { newEntries } from './evidence.ts'
import { changesOf, differencesAfter, touchedBy } from './expected.ts'
import { isAsTold } from './newborn.ts'
import { readLog } from './read-log.ts'
import type { LogEntry } from './read-log.ts'

/** Somebody who was given a number after the conversation began, by a save like this one. */
interface Newcomer {
  readonly pnr: string
  readonly entry: LogEntry
}

/** Whether a save gives a number to somebody whom no relative leads to: they are sought by birth date and sex. */
export function isFoundBySearch({ searches }: EventDefinition): boolean {
  return searches !== undefined
}

/**
 * Nobody can be read back before the number is known. Who bears that birth date and sex now and did not before, has an
 * entry of this event by this authority, stands in no other case, and is as the report was to leave them, is the one.
 */
export async function seekNewborn(deps: Looking, doubt: Doubt): Promise<Found> {
  const found = await newcomers(deps, doubt)
  if (found.type !== 'read') return found
  const [first, second] = found.newcomers
  if (!first) return { type: 'absent', output: {} }
  if (second) return { type: 'undecided', reason: 'duplicateSuspected', output: {} }
  return judgeNewcomer(deps, doubt, first)
}

type Newcomers = { readonly type: 'read'; readonly newcomers: readonly Newcomer[] } | NotRead

async function newcomers(deps: Looking, doubt: Doubt): Promise<Newcomers> {
  const looked = await searchAgain(deps, doubt)
  if (looked.type !== 'read') return looked
  const before = numbersIn(doubt.ground.facts.view)
  const fresh = [...numbersIn(looked.view)].filter((pnr) => !before.has(pnr))
  const meant: Newcomer[] = []
  for (const pnr of fresh) {
    if (await doubt.isTaken(pnr)) continue
    const one = await givenSince(deps, doubt, pnr)
    if (one.type !== 'read') return one
    meant.push(...one.newcomers)
  }
  return { type: 'read', newcomers: meant }
}

function searchAgain({ port }: Looking, { ground, caller }: Doubt) {
  const { definition, facts } = ground
  const searches = definition.searches?.(facts.data) ?? []
  const distinct = [...Map.groupBy(searches, searchKey).values()].flatMap(([first]) => first ?? [])
  const reads = { people: [], roads: [], households: [], searches: distinct }
  return readQueries(port, caller, queriesFor(definition, reads))
}

function numbersIn({ matches }: RegisterView): ReadonlySet<string> {
  return new Set(Object.values(matches).flatMap((found) => found.map(({ pnr }) => pnr)))
}

/** Whether the register's record says that a save like this one gave somebody the number, and no other case had it. */
export async function isGivenBy(
  deps: Looking,
  doubt: Doubt,
  pnr: string,
): Promise<{ readonly type: 'read'; readonly isGiven: boolean } | NotRead> {
  if (!isAsTold(pnr, doubt.ground.facts.data) || (await doubt.isTaken(pnr)))
    return { type: 'read', isGiven: false }
  const found = await givenSince(deps, doubt, pnr)
  return found.type === 'read' ? { type: 'read', isGiven: found.newcomers.length > 0 } : found
}

/** Nobody, unless the register's record says that this number was given since by a save like this one. */
async function givenSince({ port, clock }: Looking, doubt: Doubt, pnr: string): Promise<Newcomers> {
  const { submission, caller } = doubt
  const until = clock.registerNow()
  const log = await readLog(port, caller, { pnr, since: submission.watermark, until })
  if (log.type !== 'read') return log
  const [entry] = newEntries(log.entries, soughtBy(doubt, { pnr, derivedMarks: [''] }))
  const isLater = entry !== undefined && entry.timestamp > submission.dialogue
  return { type: 'read', newcomers: isLater ? [{ pnr, entry }] : [] }
}

async function judgeNewcomer(
  { port }: Looking,
  { ground, submission, caller }: Doubt,
  { pnr, entry }: Newcomer,
): Promise<Found> {
  const output = { PNR: pnr }
  const changes = changesOf(ground, submission.report, output)
  const touched = touchedBy(ground.definition, changes, ground.facts)
  const looked = await readRows(port, caller, touched)
  if (looked.type !== 'read') return looked
  const now = { ...emptyView, ...looked.view }
  const isAsReported = differencesAfter(ground, changes, now).length === 0
  return isAsReported
    ? { type: 'applied', entry, output }
    : { type: 'undecided', reason: 'appliedThenChanged', output }
}
