import type { ExpectedChange } from '@sagsgang/events'

import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import type { CaseGround } from './case-facts.ts'
import type { Judgement, Sought } from './evidence.ts'
import { changesOf } from './expected.ts'
import type { Output } from './expected.ts'
import type { Subject } from './read-back-subject.ts'
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
