import type { ExpectedChange, RegisterView } from '@sagsgang/events'

import { readRows } from '../register-client/read-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import { expectedOf, soughtBy } from './doubt.ts'
import type { Doubt, Found, Looking, Seen } from './doubt.ts'
import { judge, newEntries } from './evidence.ts'
import { changesOf, differencesAfter, differencesFromBefore, touchedBy } from './expected.ts'
import type { Output } from './expected.ts'
import { maintainedPerson } from './maintained-row.ts'
import { newbornsIn } from './newborn.ts'
import { subjectOf } from './read-back-subject.ts'
import { readLog } from './read-log.ts'
import { isFoundBySearch, seekNewborn } from './seek-newborn.ts'

/** Asks the register for its record of updates on the person, then for the rows. */
export async function gatherEvidence(deps: Looking, doubt: Doubt): Promise<Found> {
  const { ground, submission, caller } = doubt
  if (isFoundBySearch(ground.definition)) return bySearch(deps, doubt)
  const subject = subjectOf(ground, submission.report)
  if (!subject) return { type: 'undecided', reason: 'nobodyToReadBack', output: {} }
  const log = await readLog(deps.port, caller, {
    pnr: subject.pnr,
    since: submission.watermark,
    until: deps.clock.registerNow(),
  })
  if (log.type !== 'read') return log
  const entries = newEntries(log.entries, soughtBy(doubt, subject))
  const read = { entries: log.entries, matching: entries }
  if (entries.length === 0 && !doubt.over) {
    const judgement = { type: 'absent' } as const
    await doubt.onSeen?.({ ...read, now: null, output: {}, judgement })
    return { ...judgement, output: {} }
  }
  return judgeByRows(deps, doubt, read)
}

/** Nobody is read back: whoever was found stands for the entry. */
async function bySearch(deps: Looking, doubt: Doubt): Promise<Found> {
  const found = await seekNewborn(deps, doubt)
  if (found.type === 'notRead') return found
  const { output, ...judgement } = found
  const entries = judgement.type === 'applied' ? [judgement.entry] : []
  await doubt.onSeen?.({ entries, matching: entries, now: null, output, judgement })
  return found
}

async function judgeByRows(
  deps: Looking,
  doubt: Doubt,
  read: Pick<Seen, 'entries' | 'matching'>,
): Promise<Found> {
  const { ground, submission, caller, over } = doubt
  const { definition, facts } = ground
  const touched = touchedBy(definition, expectedOf(doubt), facts)
  const seen = await readRows(deps.port, caller, touched)
  if (seen.type !== 'read') return seen
  const output = await outputOf(doubt, seen.view)
  const changes = changesOf(ground, submission.report, output)
  const now = await withNewborn(deps, caller, { now: seen.view, touched, output })
  if (now.type !== 'read') return now
  const judgement = judge(
    {
      entries: read.matching,
      isWritten: differencesAfter(ground, tellingOf(doubt, changes), now.view).length === 0,
      isUntouched: isAsBefore(doubt, now.view, output),
    },
    over,
  )
  await doubt.onSeen?.({ ...read, now: now.view, output, judgement })
  return { ...judgement, output }
}

/**
 * Of one that the store forgot, the case may have looked after it was applied: what was to end by it cannot be foretold
 * from there, what was to be written can.
 */
function tellingOf(
  { submission }: Doubt,
  changes: readonly ExpectedChange[],
): readonly ExpectedChange[] {
  if (submission.entriesBefore !== null) return changes
  const written = changes.filter(({ change }) => change !== 'end' && change !== 'annul')
  return written.length > 0 ? written : changes
}

/** For a birth the number that was given, by the row of the parent who is read back; for a new number that one. */
async function outputOf(doubt: Doubt, now: RegisterView): Promise<Output> {
  const { ground, submission } = doubt
  const maintained = maintainedPerson(ground.facts.data)
  const valid = maintained === null ? undefined : now.people[maintained]?.validPnr
  if (ground.definition.kind.type === 'maintenance')
    return valid === undefined || valid === maintained ? {} : { PNR: valid }
  if (!expectedOf(doubt).some(isNewborn)) return {}
  const { dialogue } = submission
  for (const newborn of newbornsIn(now, { dialogue, data: ground.facts.data }))
    if (!(await doubt.isTaken(newborn))) return { PNR: newborn }
  return {}
}

function isNewborn({ pnr, change }: ExpectedChange): boolean {
  return pnr === null && change === 'create'
}

/** A child whose number has just come to light is looked up too. */
async function withNewborn(
  { port }: Looking,
  caller: Caller,
  of: {
    readonly now: RegisterView
    readonly touched: ReturnType<typeof touchedBy>
    readonly output: Output
  },
) {
  const newborn = of.output['PNR']
  if (newborn === undefined) return { type: 'read', view: of.now } as const
  const looked = await readRows(port, caller, { ...of.touched, people: [newborn] })
  if (looked.type !== 'read') return looked
  return {
    type: 'read',
    view: { ...of.now, people: { ...of.now.people, ...looked.view.people } },
  } as const
}

function isAsBefore(doubt: Doubt, now: RegisterView, output: Output): boolean {
  const { ground } = doubt
  if (ground.definition.kind.type === 'maintenance')
    return differencesAfter(ground, [], now).length > 0 || isNeverShown(ground, now)
  return (
    output['PNR'] === undefined &&
    differencesFromBefore(ground, expectedOf(doubt), now).length === 0
  )
}

/** Of a row that no lookup shows, the record of updates is all that can tell: without an entry nothing was done. */
function isNeverShown({ facts }: Doubt['ground'], now: RegisterView): boolean {
  const { personnummer, timestamp } = facts.data
  if (typeof personnummer !== 'string' || timestamp === undefined) return false
  const seen = [facts.view, now].flatMap(({ people }) => people[personnummer]?.rows ?? [])
  return seen.every((row) => row.timestamp !== timestamp)
}
