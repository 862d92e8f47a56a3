import type { EventEffect } from '../effects.ts'
import { say } from '../text.ts'
import { endsIfThere } from './ends-if-there.ts'

/** Somebody of whom nobody knows where they are has no address, and nothing that goes with one. */
export const disappearanceEffects: readonly EventEffect[] = [
  {
    party: 'person',
    entity: 'person',
    operation: 'setStatus',
    set: { status: '70' },
    text: say('personstatus 70 fra forsvindingsdatoen', '70 from the disappearance date'),
  },
  {
    party: 'person',
    entity: 'address',
    operation: 'endRow',
    text: say(
      'adressen ophører på forsvindingsdatoen',
      'the address ends on the disappearance date',
    ),
  },
  {
    party: 'person',
    entity: 'disappearance',
    operation: 'appendRow',
    text: say('forsvundet fra forsvindingsdatoen', 'gone from the disappearance date'),
  },
  endsIfThere(
    'person',
    'supplementaryAddress',
    say('supplerende adresse ophører', 'a supplementary address ends'),
  ),
  endsIfThere('person', 'relocationOrder', say('flyttepåbud ophører', 'a relocation order ends')),
  endsIfThere('person', 'sharedResidence', say('delt bopæl ophører', 'shared residence ends')),
  endsIfThere(
    'children',
    'sharedResidence',
    say('børnenes delte bopæl ophører', 'the shared residence of the children ends'),
  ),
]
