import type { EventEffect } from '../effects.ts'
import { say } from '../text.ts'
import { newAddress } from './address-fields.ts'

/** What changing address writes on the one who moves; each family member is reported in the person's place. */
export const addressEffects: readonly EventEffect[] = [
  {
    party: 'person',
    entity: 'address',
    operation: 'appendRow',
    set: newAddress,
    text: say(
      'ny adresse fra flyttedatoen; den tidligere ophører',
      'new address from the move date; the former row ends',
    ),
  },
  {
    party: 'person',
    entity: 'person',
    operation: 'setStatus',
    set: { status: { derive: 'residenceStatus', of: 'person' } },
    text: say(
      'personstatus 01, eller 03, 05 eller 07 efter kommune og vejkode',
      '01, or 03/05/07 by municipality and road code',
    ),
  },
  {
    party: 'person',
    entity: 'supplementaryAddress',
    operation: 'endRow',
    when: { party: 'person', has: 'supplementaryAddress' },
    text: say('supplerende adresse ophører', 'a supplementary address ends'),
  },
  {
    party: 'person',
    entity: 'relocationOrder',
    operation: 'endRow',
    when: { party: 'person', has: 'relocationOrder' },
    text: say('flyttepåbud ophører', 'a relocation order ends'),
  },
  {
    party: 'person',
    entity: 'sharedResidence',
    operation: 'endRow',
    when: { parentsTogether: 'person' },
    text: say(
      'delt bopæl ophører, når forældrene bor sammen',
      'shared residence ends when the child’s two parents live at one address afterwards',
    ),
  },
  {
    party: 'person',
    entity: 'protection',
    operation: 'keep',
    text: say('beskyttelse følger personen', 'protection follows the person'),
  },
  {
    party: 'family members',
    entity: 'address',
    operation: 'appendRow',
    set: newAddress,
    when: { field: 'familyMembers', given: true },
    text: say('samme adresse', 'same address'),
  },
  {
    party: 'person',
    entity: 'municipalCondition',
    operation: 'endRows',
    when: {
      value: { field: 'municipalityCode' },
      differsFrom: { current: 'address', of: 'person', column: 'municipalityCode' },
    },
    text: say(
      'fraflytningskommunens kommunale forhold ophører',
      'conditions of the municipality left end',
    ),
  },
]
