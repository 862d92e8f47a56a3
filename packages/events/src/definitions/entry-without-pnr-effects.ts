import type { Condition, EventEffect, Value } from '../effects.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { addressHere, entryRow } from './entry-effects.ts'
import { newPersonEffects } from './new-person.ts'

const spouseMark: Value = {
  choose: [{ when: { field: 'civilStatus', in: ['P'] }, value: 'PA' }],
  otherwise: 'ÆG',
}

const isCouple: Condition = { field: 'civilStatus', in: ['G', 'P'] }

/** Free to be the other half of the couple that the papers show. */
const isSpouseFree: Condition = {
  all: [
    isCouple,
    {
      party: 'spouse',
      has: 'civilStatus',
      column: 'civilStatus',
      in: ['U', 'F', 'E', 'O', 'L'],
    },
  ],
}

/** In a couple of the same kind with somebody who had no number until now. */
const isSpouseMarriedByName: Condition = {
  all: [
    isCouple,
    {
      party: 'spouse',
      has: 'civilStatus',
      column: 'civilStatus',
      in: [{ field: 'civilStatus' }],
    },
    { party: 'spouse', has: 'civilStatus', column: 'spousePersonnummer', in: [null] },
  ],
}

/** A couple whose one half is registered began when that half's row did: the two mirror each other. */
const sinceSpouse: Value = { detail: 'start', ofRow: 'civilStatus', of: 'spouse' }

const spouseEffects: readonly EventEffect[] = [
  {
    party: 'spouse',
    entity: 'civilStatus',
    operation: 'appendRow',
    set: { civilStatus: { field: 'civilStatus' }, spousePersonnummer: { pnrOf: 'person' } },
    from: { field: 'civilStatusDate' },
    when: isSpouseFree,
    derivedMark: spouseMark,
    text: say(
      'G eller P med personen, når ægtefællen ikke var registreret gift',
      'G or P with this person, where the spouse was not registered as married',
    ),
  },
  {
    party: 'spouse',
    entity: 'civilStatus',
    operation: 'set',
    set: { spousePersonnummer: { pnrOf: 'person' }, spouseName: null, spouseBirthDate: null },
    from: sinceSpouse,
    when: isSpouseMarriedByName,
    derivedMark: spouseMark,
    text: say(
      'personens nummer på den række, der kun nævnte et navn',
      'this person’s number on the row that named no number',
    ),
  },
]

/** The bond is as old as the one who comes. */
function parentEffects(relation: 'mother' | 'father', mark: string, texts: readonly [Text, Text]) {
  const from: Value = { field: 'birthDate' }
  const onPerson: EventEffect = {
    party: 'person',
    entity: 'kinship',
    operation: 'appendRow',
    set: { relation, personnummer: { pnrOf: relation } },
    from,
    when: { party: relation, known: true },
    text: texts[0],
  }
  const onParent: EventEffect = {
    party: relation,
    entity: 'kinship',
    operation: 'appendRow',
    set: { relation: 'child', personnummer: { pnrOf: 'person' } },
    from,
    derivedMark: mark,
    text: texts[1],
  }
  return [onPerson, onParent]
}

/** The widest form of all: one report fills nearly every kind of row. */
export const entryWithoutPnrEffects: readonly EventEffect[] = [
  ...newPersonEffects({
    value: { derive: 'residenceStatus', of: 'person' },
    since: 'entryDate',
    text: say(
      'personstatus 01, 03 på en særlig vejkode, 05 eller 07 i Grønland',
      'person status 01, 03 for a special road code, 05 or 07 in Greenland',
    ),
  }),
  addressHere,
  entryRow,
  {
    party: 'person',
    entity: 'civilStatus',
    operation: 'appendRow',
    set: {
      civilStatus: { field: 'civilStatus' },
      spousePersonnummer: { pnrOf: 'spouse' },
      spouseName: {
        choose: [{ when: { party: 'spouse', known: true }, value: null }],
        otherwise: { field: 'spouseName' },
      },
    },
    from: {
      choose: [{ when: isSpouseMarriedByName, value: sinceSpouse }],
      otherwise: { first: [{ field: 'civilStatusDate' }, { field: 'entryDate' }] },
    },
    text: say('civilstanden med ægtefællen', 'civil status with spouse'),
  },
  {
    party: 'person',
    entity: 'church',
    operation: 'appendRow',
    set: { churchRelation: { field: 'churchRelation' } },
    text: say('folkekirkeforholdet', 'church relation'),
  },
  {
    party: 'person',
    entity: 'birthRegistration',
    operation: 'appendRow',
    set: { birthAuthority: { field: 'birthAuthority' } },
    from: { field: 'birthDate' },
    text: say('fødelandet', 'country of birth'),
  },
  ...spouseEffects,
  ...parentEffects('mother', 'MO', [
    say('moderen på personen', 'the mother on the person'),
    say('barnet på moderen', 'the child on the mother'),
  ]),
  ...parentEffects('father', 'FA', [
    say('faderen på personen', 'the father on the person'),
    say('barnet på faderen', 'the child on the father'),
  ]),
]
