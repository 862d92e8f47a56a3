import { ifGiven } from './check.ts'
import { inOrder, notBeforeBirth, notBeforeCurrent, notBeforeLast, notInFuture } from './dates.ts'
import { isOtherParent } from './kin.ts'
import type { EventChecks } from './layers.ts'
import { differ, isMinor, isSomebody, living, resident } from './people.ts'
import { homeExists, isAbroad, roadExists } from './places.ts'
import { endsRow, noneActive } from './rows.ts'

/** What comes to the one who leaves, comes or is lost: a new period after all that stood. */
const comes = [notInFuture(), notBeforeBirth('PNR'), notBeforeCurrent('address', 'PNR')]

export const residenceEvents: EventChecks = {
  move: [[isSomebody('PNR', resident)], [roadExists], comes],
  'entry-with-pnr': [
    [isSomebody('PNR', ['20', '10'])],
    [roadExists, isAbroad('INDRLANDEKOD')],
    [...comes, notBeforeLast('migration'), notBeforeLast('address')],
  ],
  're-entry': [
    [isSomebody('PNR', ['80'])],
    [roadExists, isAbroad('INDRLANDEKOD')],
    [endsRow({ entity: 'migration' }, 'HDTO'), notInFuture(), notBeforeLast('address')],
  ],
  departure: [
    [isSomebody('PNR', resident)],
    [isAbroad('UDRLANDEKOD')],
    [...comes, notBeforeLast('migration')],
  ],
  disappearance: [[isSomebody('PNR', resident)], [...comes, notBeforeLast('disappearance')]],
  reappearance: [
    [isSomebody('PNR', ['70'])],
    [roadExists],
    [endsRow({ entity: 'disappearance' }, 'HDTO'), notInFuture(), notBeforeLast('address')],
  ],
  'relocation-order': [
    [isSomebody('PNR', ['01', '03'])],
    [noneActive('relocationOrder')],
    [notInFuture(), inOrder('HDTO', 'FRAFLYTDATO'), notBeforeCurrent('address', 'PNR')],
  ],
  'relocation-order-lifting': [
    [isSomebody('PNR', living)],
    [endsRow({ entity: 'relocationOrder' }, 'HDTO')],
    [notInFuture()],
  ],
  'shared-residence-registration': [
    [isSomebody('PNR', living), isSomebody('ANDENPNR', living)],
    [differ('PNR', 'ANDENPNR'), isOtherParent, noneActive('sharedResidence'), homeExists],
    [notInFuture(), notBeforeBirth('PNR'), isMinor('PNR')],
  ],
  'shared-residence-cessation': [
    [isSomebody('PNR', living)],
    [
      ifGiven(
        'ANDENPNR',
        endsRow({ entity: 'sharedResidence', by: { otherParentPersonnummer: 'ANDENPNR' } }, 'HDTO'),
      ),
    ],
    [notInFuture()],
  ],
}
