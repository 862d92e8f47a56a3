import type { FollowOn } from '../define-event.ts'
import type { Condition } from '../effects.ts'
import { followOn, optional } from '../follow-ons.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { nameThatStands } from './name-prefill.ts'

/** What the end of a tie gives access to, whatever tie it is. */

interface Parting {
  readonly other: 'spouse' | 'partner'
  readonly dateField: string
  readonly authorityField: string
}

/** The rows are ended by the event itself: the case of the separation reads them back. */
export function endOfSeparation(
  { other, dateField, authorityField }: Parting,
  { whom, reason }: { readonly whom: Text; readonly reason: string },
): FollowOn {
  const isSeparated: readonly Condition[] = ['person', other].map((party) => ({
    party,
    has: 'separation',
  }))
  return followOn('separation-cessation', whom, {
    parties: ['person'],
    mode: 'derived',
    when: say('en separation står åben', 'a separation is open'),
    condition: { any: isSeparated },
    onPrimaryUndo: 'undo',
    prefill: {
      spousePersonnummer: { pnrOf: other },
      endDate: { field: dateField },
      reason,
      authority: { field: authorityField },
    },
  })
}

/** A name change after a tie has ended: the name that stands, to be changed. */
export function nameAfter(
  { other, dateField }: Pick<Parting, 'other' | 'dateField'>,
  whom: Text,
  spec: Pick<FollowOn, 'onPrimaryUndo'> & Partial<Pick<FollowOn, 'when'>>,
): FollowOn {
  return optional('name-change', whom, {
    ...spec,
    parties: ['person', other],
    prefill: nameThatStands('person', dateField, 'APPLICATION'),
  })
}

type Chosen = Pick<FollowOn, 'mode'> & Partial<Pick<FollowOn, 'whenTrue' | 'when' | 'decides'>>

/** Both keep the parental authority they have unless somebody decides otherwise. */
export function authorityAfter(dateField: string, whom: Text, spec: Chosen): FollowOn {
  return followOn('parental-authority', whom, {
    ...spec,
    parties: ['joint children'],
    onPrimaryUndo: 'review',
    prefill: { startDate: { field: dateField } },
  })
}

export function sharedResidenceAfter(dateField: string, whom: Text, spec: Chosen): FollowOn {
  return followOn('shared-residence-registration', whom, {
    ...spec,
    parties: ['joint children'],
    onPrimaryUndo: 'keep',
    prefill: { startDate: { field: dateField } },
  })
}
