import { column } from '../rows.ts'
import {
  ahead,
  has,
  home,
  lacks,
  lately,
  lines,
  minor,
  pick,
  pickRow,
  pnrOf,
  resident,
  status,
} from './forming.ts'
import type { Form, Forms } from './forming.ts'

const comes =
  (from: string): Form =>
  (forming) => ({
    personnummer: pnrOf(forming, status(from)),
    entryDate: lately(forming),
    entryCountry: '5120',
    lastForeignAddress: lines,
    ...home(forming),
  })

const addressText: Form = (forming) => ({
  personnummer: pnrOf(forming, resident),
  startDate: lately(forming),
  ...(forming.random.chance(0.5) && { endDate: ahead(forming) }),
  lines,
})

const ends =
  (entity: 'supplementaryAddress' | 'contactAddress'): Form =>
  (forming) => ({
    personnummer: pickRow(forming, entity).pnr,
    endDate: forming.random.chance(0.5) ? forming.today : ahead(forming),
  })

/** Where people live, leave, come and are reached. */
export const residenceForms: Forms = {
  move: (forming) => ({
    personnummer: pnrOf(forming, resident),
    moveDate: lately(forming),
    ...home(forming),
  }),
  'entry-with-pnr': comes('20'),
  're-entry': comes('80'),
  departure: (forming) => ({
    personnummer: pnrOf(forming, resident),
    departureDate: lately(forming),
    departureCountry: forming.random.pick(['5120', '5902']),
    foreignAddress: lines,
  }),
  disappearance: (forming) => ({
    personnummer: pnrOf(forming, resident),
    disappearanceDate: lately(forming),
  }),
  reappearance: (forming) => ({
    personnummer: pnrOf(forming, status('70')),
    reappearanceDate: lately(forming),
    foundAs: 'IN-DENMARK',
    ...home(forming),
  }),
  'relocation-order': (forming) => ({
    personnummer: pnrOf(forming, status('01', '03'), lacks('relocationOrder')),
    orderDate: lately(forming),
    vacateBy: ahead(forming),
    reason: '1',
    text: 'Ingen må bo her',
  }),
  'relocation-order-lifting': (forming) => ({
    personnummer: pnrOf(forming, has('relocationOrder')),
    liftDate: forming.today,
  }),
  'supplementary-address': addressText,
  'supplementary-address-cessation': ends('supplementaryAddress'),
  'contact-address': addressText,
  'contact-address-cessation': ends('contactAddress'),
  'shared-residence-registration': (forming) => {
    const child = pick(forming, minor(forming), has('parentalAuthority'), lacks('sharedResidence'))
    return {
      personnummer: child?.pnr ?? '',
      otherParentPersonnummer:
        (child && column(child, 'parentalAuthority', 'holderPersonnummer')) ?? '',
      startDate: lately(forming),
      ...(forming.random.chance(0.7) && home(forming)),
      agreementKind: 'PLAIN',
    }
  },
  'shared-residence-cessation': (forming) => {
    const { pnr, row } = pickRow(forming, 'sharedResidence')
    return {
      personnummer: pnr,
      otherParentPersonnummer: row?.columns['otherParentPersonnummer'] ?? '',
      endDate: forming.today,
    }
  },
}
