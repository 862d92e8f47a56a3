import type { ExpectedChange, RegisterView } from '@sagsgang/events'

import type { Clock } from '../engine/ports.ts'
import type { Caller, RegisterPort } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import type { CaseGround } from './case-facts.ts'
import type { Judgement, Sought } from './evidence.ts'
import { changesOf } from './expected.ts'
import type { Output } from './expected.ts'
import type { Subject } from './read-back-subject.ts'
import type { LogEntry } from './read-log.ts'
import type { Submission } from './submissions.ts'
import { reportOf } from './update-of.ts'

/** A save that got no answer, and what is needed to find out what came of it. */
export interface Doubt {
  readonly ground: CaseGround
  readonly submission: Submission
  readonly caller: Caller
  /** Absence counts: no processing takes longer than what has been waited. */
  readonly over: boolean
  /** Whether somebody who has just been given a number belongs to another case. */
  readonly isTaken: (pnr: string) => Promise<boolean>
  /** Told what was read, for whoever keeps it. */
  readonly onSeen?: (seen: Seen) => Promise<void>
}

/** What one look back showed, and what the decision table makes of it. */
export interface Seen {
  readonly entries: readonly LogEntry[]
  /** Those that the save may have made. */
  readonly matching: readonly LogEntry[]
  /** Null where the rows were not read. */
  readonly now: RegisterView | null
  readonly output: Output
  readonly judgement: Judgement
}

/** The part of the world that looking back needs. */
export interface Looking {
  readonly port: Pick<RegisterPort, 'lookUp' | 'lookUpAll' | 'today'>
  readonly clock: Pick<Clock, 'registerNow'>
}

/** What it was to write; worked out again for one that the store forgot. */
export function expectedOf({ ground, submission }: Doubt): readonly ExpectedChange[] {
  const { entriesBefore, expected, report } = submission
  return entriesBefore === null ? changesOf(ground, report) : expected
}

/** What came of a save that got no answer; `output` is what its answer would have held. */
export type Found = (Judgement & { readonly output: Output }) | NotRead

/** Entries that the save may have left on somebody. */
export function soughtBy({ ground, submission }: Doubt, { derivedMarks }: Subject): Sought {
  const { authority } = ground.facts
  // The register names the authority that established the facts, whichever field of the form says who that is.
  const { data } = reportOf(ground, submission.report)
  return {
    before: submission.entriesBefore ?? [],
    // What stood there before is not known of one that the store forgot.
    after: submission.entriesBefore === null ? submission.dialogue : '',
    codes: ground.definition.eventCodes,
    derivedMarks,
    authorities: [authority, data['MYNKOD'] ?? authority],
  }
}
