import type { EventEffect, Value } from '../effects.ts'
import { say } from '../text.ts'
import { afterPartnership } from './after-partnership.ts'
import { endsIfThere } from './ends-if-there.ts'

function ofOwnRow(column: string): Value {
  return { current: 'civilStatus', of: 'person', column }
}

/** The widest reach of all events: it ends what the deceased had and changes everyone who leant on it. */
export const deathEffects: readonly EventEffect[] = [
  {
    party: 'person',
    entity: 'person',
    operation: 'setStatus',
    set: { status: '90', statusDate: { field: 'deathDate' } },
    text: say('personstatus 90 fra dødsdatoen', '90 with the death date'),
  },
  {
    party: 'person',
    entity: 'civilStatus',
    operation: 'appendRow',
    set: {
      civilStatus: 'D',
      spousePersonnummer: ofOwnRow('spousePersonnummer'),
      spouseName: ofOwnRow('spouseName'),
      spouseBirthDate: ofOwnRow('spouseBirthDate'),
    },
    text: say('civilstand D; ægtefællen står fortsat', 'D, keeping the reference to the spouse'),
  },
  endsIfThere(
    'person',
    'address',
    say(
      'adressen ophører på dødsdatoen og beholdes til brug for boet',
      'ends on the death date; the last address is kept for estate use',
    ),
  ),
  {
    party: 'spouse',
    entity: 'civilStatus',
    operation: 'appendRow',
    set: { civilStatus: afterPartnership('L', 'E'), spousePersonnummer: { pnrOf: 'person' } },
    derivedMark: afterPartnership('PA', 'ÆG'),
    text: say(
      'ægtefællen bliver E efter ægteskab, L efter partnerskab',
      'E after marriage, L after partnership',
    ),
  },
  {
    party: 'spouse',
    entity: 'separation',
    operation: 'endRow',
    when: { party: 'spouse', has: 'separation' },
    derivedMark: afterPartnership('PA', 'ÆG'),
    text: say('en åben separation ophører', 'an open separation ends'),
  },
  endsIfThere(
    'person',
    'separation',
    say('også den afdødes separation ophører', 'the separation of the deceased ends too'),
  ),
  {
    party: 'children',
    entity: 'parentalAuthority',
    operation: 'endRow',
    row: { holderPersonnummer: { pnrOf: 'person' } },
    text: say('afdødes del af forældremyndigheden ophører', 'the deceased’s share ends'),
  },
  {
    party: 'wards',
    entity: 'guardian',
    operation: 'endRow',
    row: { guardianPersonnummer: { pnrOf: 'person' } },
    text: say('afdødes værgemål ophører', 'guardianship by the deceased ends'),
  },
  endsIfThere('person', 'protection', say('beskyttelser ophører', 'protections end'), 'endRows'),
  endsIfThere('person', 'relocationOrder', say('flyttepåbud ophører', 'a relocation order ends')),
  endsIfThere('person', 'sharedResidence', say('delt bopæl ophører', 'shared residence ends')),
  endsIfThere(
    'children',
    'sharedResidence',
    say('børnenes delte bopæl ophører', 'the shared residence of the children ends'),
  ),
  endsIfThere('person', 'guardianship', say('værgemål ophører', 'guardianship ends')),
  endsIfThere(
    'person',
    'supplementaryAddress',
    say('supplerende adresse ophører', 'a supplementary address ends'),
  ),
  endsIfThere('person', 'election', say('valgoplysninger ophører', 'election data end')),
  {
    party: 'person',
    entity: 'disappearance',
    operation: 'endRow',
    when: { party: 'person', status: ['70'] },
    text: say('forsvinding ophører på dødsdatoen', 'a disappearance ends on the death date'),
  },
  {
    party: 'person',
    entity: 'parentalAuthority',
    operation: 'endRows',
    when: { party: 'person', under: 18 },
    text: say(
      'forældremyndighed over en afdød under 18 ophører',
      'parental authority over somebody under 18 ends',
    ),
  },
]
