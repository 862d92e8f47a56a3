import type { EventEffect } from '../effects.ts'
import type { Entity } from '../entities.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { linesOf } from './lines-of.ts'

/** What somebody had of a kind, if anything, ends with the departure. */
function ends(entity: Entity, text: Text, party = 'person'): EventEffect {
  return { party, entity, operation: 'endRow', when: { party, has: entity }, text }
}

/** Each family member is reported in the person's place: their own lines say so, and write nothing twice. */
function leaving(party: string): readonly EventEffect[] {
  const named = party === 'person' ? {} : { when: { field: 'familyMembers', given: true } as const }
  return [
    {
      party,
      entity: 'person',
      operation: 'setStatus',
      set: { status: '80' },
      ...named,
      text: say('personstatus 80', 'person status 80'),
    },
    {
      party,
      entity: 'address',
      operation: 'endRow',
      ...named,
      text: say('adressen ophører på udrejsedatoen', 'the address ends on the departure date'),
    },
    {
      party,
      entity: 'migration',
      operation: 'appendRow',
      set: { departureCountry: { field: 'departureCountry' }, ...linesOf('foreignAddress') },
      ...named,
      text: say(
        'udrejseland og -dato og udlandsadresse; rækken står åben, til personen kommer tilbage',
        'departure country and date, foreign address; the row stands open until the person comes back',
      ),
    },
  ]
}

/** A row between two parents means the one who leaves, whichever of them it names. */
const endsForChildren = say(
  'delt bopæl ophører for de børn, som den rejsende er forælder til',
  'shared residence ends for the children of the one who leaves',
)

export const departureEffects: readonly EventEffect[] = [
  ...leaving('person'),
  ends('supplementaryAddress', say('supplerende adresse ophører', 'a supplementary address ends')),
  ends('sharedResidence', say('delt bopæl ophører', 'shared residence ends')),
  ends('sharedResidence', endsForChildren, 'children'),
  // In a report of their own these are the children of the one it is about.
  ends('sharedResidence', endsForChildren, 'children of family members'),
  ends('relocationOrder', say('flyttepåbud ophører', 'a relocation order ends')),
  ...leaving('family members'),
]
