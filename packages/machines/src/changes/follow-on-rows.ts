import type { CaseData } from '@sagsgang/events'

import type { Context, FollowOnCase, FollowOnRow } from '../snapshot.ts'
import { ask, askAll, isFailed } from './asking.ts'
import type { Ask, Change } from './asking.ts'
import { stopWaiting } from './stopping.ts'

const nobody: FollowOnRow = { as: 'notNeeded', required: false, people: [], cases: [] }

export function rowOf(context: Context, key: string): FollowOnRow {
  return context.followOns[key] ?? nobody
}

function withRow(context: Context, key: string, change: Partial<FollowOnRow>): Change {
  return { followOns: { ...context.followOns, [key]: { ...rowOf(context, key), ...change } } }
}

export interface Opening {
  readonly key: string
  readonly person?: string
  readonly data?: CaseData
}

/** People whose case may still be opened; null stands for whomever the worker names. */
export function candidates(context: Context, key: string): readonly (string | null)[] {
  const { people } = rowOf(context, key)
  const taken = takenIn(context, key)
  return people.length === 0 ? [null] : people.filter((person) => !taken.includes(person))
}

/** Who is meant: the one named, or the only one left. Undefined where nobody is, or several are. */
export function personFor(context: Context, { key, person }: Opening): string | null | undefined {
  const left = candidates(context, key)
  const taken = takenIn(context, key)
  if (person !== undefined) {
    return left.includes(person) || (left.includes(null) && !taken.includes(person))
      ? person
      : undefined
  }
  const [only, another] = left
  return another === undefined && (only !== null || taken.length === 0) ? only : undefined
}

function takenIn(context: Context, key: string): readonly (string | null)[] {
  const cases = standing(rowOf(context, key)).map(({ person }) => person)
  return [...cases, ...peopleBeingOpened(context, key)]
}

export function askToOpen(context: Context, opening: Opening): Change {
  const person = personFor(context, opening) ?? null
  return ask(context, toAsk(opening.key, { person, data: opening.data ?? {}, derived: false }))
}

/** The register has written the rows already: each person's case opens by itself and reads them back. */
export function askToDerive(context: Context, { key }: { readonly key: string }): Change {
  const { as, people } = rowOf(context, key)
  if (as !== 'derived') return {}
  return askAll(
    context,
    people.map((person) => toAsk(key, { person, data: {}, derived: true })),
  )
}

interface ToOpen {
  readonly person: string | null
  readonly data: CaseData
  readonly derived: boolean
}

function toAsk(key: string, { person, data, derived }: ToOpen): Ask {
  return { effect: 'openCase', slot: key, payload: { followOn: key, person, data, derived } }
}

/** Whether a case of this key is on its way. */
export function isBeingOpened(context: Context, key: string): boolean {
  return Object.values(context.open).some(({ slot, type }) => slot === key && type === 'openCase')
}

function peopleBeingOpened(context: Context, key: string): readonly (string | null)[] {
  return Object.values(context.open).flatMap((effect) =>
    effect.slot === key && 'person' in effect.payload ? [effect.payload.person] : [],
  )
}

export function addCase(
  context: Context,
  { key, caseId }: { key: string; caseId: string },
): Change {
  const payload = context.answering?.payload
  const person = payload && 'followOn' in payload && 'person' in payload ? payload.person : null
  const { cases } = rowOf(context, key)
  return withRow(context, key, { cases: [...cases, { caseId, person, state: 'open' }] })
}

export interface CaseMark {
  readonly key: string
  readonly caseId: string
  readonly to: FollowOnCase['state']
}

export function markCase(context: Context, mark: CaseMark): Change {
  const cases = marked(rowOf(context, mark.key), mark)
  return { ...withRow(context, mark.key, { cases }), ...stopWaiting(context, mark) }
}

/** A case whose rows are gone, though its region has moved on meanwhile and no longer listens for it. */
export function isUndoneElsewhere(
  context: Context,
  { caseId }: { readonly caseId: string },
): boolean {
  const key = keyOf(context, caseId)
  return key !== undefined && isKnown(context, { key, caseId, to: 'undone' })
}

export function markUndone(context: Context, { caseId }: { readonly caseId: string }): Change {
  const key = keyOf(context, caseId)
  return key === undefined ? {} : markCase(context, { key, caseId, to: 'undone' })
}

function keyOf({ followOns }: Context, caseId: string): string | undefined {
  const isIn = ({ cases }: FollowOnRow) => cases.some((one) => one.caseId === caseId)
  return Object.entries(followOns).find(([, row]) => isIn(row))?.[0]
}

function marked(row: FollowOnRow, { caseId, to }: CaseMark): readonly FollowOnCase[] {
  return row.cases.map((one) => (one.caseId === caseId ? { ...one, state: to } : one))
}

/** A notice counts only from a case in a state that it can leave: repeats and late ones change nothing. */
const leaves: Record<FollowOnCase['state'], readonly FollowOnCase['state'][]> = {
  open: [],
  halted: [],
  settled: ['open', 'halted'],
  withdrawn: ['open', 'halted'],
  undone: ['open', 'halted', 'settled'],
}

function isKnown(context: Context, { key, caseId, to }: CaseMark): boolean {
  const found = rowOf(context, key).cases.find((one) => one.caseId === caseId)
  return found !== undefined && leaves[to].includes(found.state)
}

/** The case that is meant is known, and with it marked the region stands where `leads` says. */
export function leadsTo(
  context: Context,
  { leads, ...mark }: CaseMark & { leads: Standing },
): boolean {
  return isKnown(context, mark) && standingAfter(context, mark) === leads
}

export type Standing = 'open' | 'settled' | 'back'

/** Where its region stands once a case is marked: others still open, everyone settled, or back at the beginning. */
function standingAfter(context: Context, mark: CaseMark): Standing {
  const row = rowOf(context, mark.key)
  const after = { ...row, cases: marked(row, mark) }
  const isOpen = after.cases.some(({ state }) => state === 'open' || state === 'halted')
  if (isOpen || isBeingOpened(context, mark.key)) return 'open'
  return isCovered(after) ? 'settled' : 'back'
}

/** A required one stays due until each person meant has a settled case; an optional one needs any. */
function isCovered(row: FollowOnRow): boolean {
  const settled = row.cases.filter(({ state }) => state === 'settled')
  if (!row.required || row.people.length === 0) return settled.length > 0
  return row.people.every((person) => settled.some((one) => one.person === person))
}

function standing(row: FollowOnRow): readonly FollowOnCase[] {
  return row.cases.filter(({ state }) => state !== 'withdrawn' && state !== 'undone')
}

export function waive(context: Context, { key, reason }: { key: string; reason: string }): Change {
  return withRow(context, key, { reason })
}

/** Nothing is asked of the follow-ons of a case that is undone. */
export function closeRows(context: Context): Change {
  const rows = Object.entries(context.followOns)
  const closed = rows.map(
    ([key, row]) => [key, { ...row, as: 'notNeeded', required: false }] as const,
  )
  return { followOns: Object.fromEntries(closed) }
}

/** Nothing came of it: no case stands, and none is under way but those that could not be opened. */
export function hasOnlyFailedOpenings(context: Context, key: string): boolean {
  const openings = Object.values(context.open).filter(({ slot }) => slot === key)
  const isOpen = standing(rowOf(context, key)).some(({ state }) => state !== 'settled')
  return !isOpen && openings.length > 0 && openings.every(isFailed)
}
