import type { FollowOn } from '../define-event.ts'
import type { Condition, Value } from '../effects.ts'
import { followOn, formerData, optional } from '../follow-ons.ts'
import { isUnderAge } from '../rules/adoption-conditions.ts'
import { hasSharedResidence } from '../rules/shared-residence-conditions.ts'
import { say } from '../text.ts'
import { guardianDischarged } from './guardian-discharged.ts'
import { sharedResidenceEnded } from './shared-residence-ended.ts'

const adopted = say('den adopterede', 'adopted person')
const parties = ['adopted person']
const granted: Value = { field: 'grantDate' }

const isNewNameGiven: Condition = {
  any: [
    { field: 'newFirstNames', given: true },
    { field: 'newLastName', given: true },
  ],
}

/** The new name where it is given, else the one that stands. */
function newOr(field: string, column: string): Value {
  return { first: [{ field }, { current: 'name', of: 'adopted person', column }] }
}

const needed = { mode: 'conditional', whenTrue: 'required', onPrimaryUndo: 'undo' } as const

export const adoptionFollowOns: readonly FollowOn[] = [
  followOn('name-change', adopted, {
    ...needed,
    parties,
    when: say('bevillingen giver et nyt navn', 'the grant gives a new name'),
    decides: 'engine',
    condition: isNewNameGiven,
    prefill: {
      nameDate: granted,
      ground: 'ADOPTION',
      firstNames: newOr('newFirstNames', 'firstNames'),
      lastName: newOr('newLastName', 'lastName'),
      documentation: { field: 'documentation' },
    },
  }),
  followOn('addressing-name', adopted, {
    ...needed,
    whenTrue: 'optional',
    parties,
    when: say('et navn er ændret', 'a name changed'),
    decides: 'engine',
    condition: isNewNameGiven,
    after: ['name-change'],
    prefill: { startDate: granted },
  }),
  followOn('parental-authority', adopted, {
    ...needed,
    parties,
    when: say(
      'den adopterede er under 18, og indehaverne er ikke klare',
      'under 18 and the holders are not clear',
    ),
    decides: 'worker',
    isFor: isUnderAge,
    prefill: { startDate: granted },
  }),
  followOn('citizenship', adopted, {
    ...needed,
    parties,
    when: say('statsborgerretten ændres', 'citizenship changes'),
    decides: 'worker',
    prefill: { startDate: granted },
  }),
  optional('church-membership', adopted, { parties }),
  followOn('move', adopted, {
    ...needed,
    parties,
    when: say('barnet flytter til adoptanterne', 'the child moves to the adopters'),
    decides: 'worker',
  }),
  formerData('personnummer.correct-current', adopted, {
    ...needed,
    parties,
    when: say(
      'et nyt personnummer ønskes, og loven giver ret til det',
      'a new personnummer is wanted and the law gives one',
    ),
    decides: 'engine',
    condition: { field: 'newPersonnummerWanted', in: [true] },
  }),
  followOn('guardian-discharge', adopted, {
    ...needed,
    onPrimaryUndo: 'review',
    parties,
    when: say('en værge er beskikket', 'a guardian was appointed'),
    decides: 'engine',
    condition: { party: 'adopted person', has: 'guardian' },
    prefill: guardianDischarged('adopted person', { dateField: 'grantDate', reason: 'CHANGED' }),
  }),
  followOn('shared-residence-cessation', adopted, {
    parties,
    mode: 'derived',
    when: say(
      'delt bopæl med en tidligere forælder er registreret',
      'shared residence with a former parent exists',
    ),
    isFor: hasSharedResidence,
    onPrimaryUndo: 'undo',
    prefill: sharedResidenceEnded('adopted person', { dateField: 'grantDate', reason: 'AGREED' }),
  }),
]
